package io.gatehouse.graph.read;

/** Who vouches for a guest: at most five per guest, users or groups (entra-docs: b2b-sponsors). */
public record SponsorRef(String id, Kind kind) {

  /** {@link #OTHER}: a type that is not documented for sponsors, or none told. */
  public enum Kind {
    USER,
    GROUP,
    OTHER
  }
}
