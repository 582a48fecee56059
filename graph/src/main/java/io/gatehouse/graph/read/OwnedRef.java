package io.gatehouse.graph.read;

import org.jspecify.annotations.Nullable;

/**
 * Something a guest owns, and what would be without this owner after the guest is gone.
 *
 * @param roleAssignable of a group, as in {@link GroupRef}; null for everything else
 */
public record OwnedRef(String id, Kind kind, @Nullable Boolean roleAssignable) {

  /** {@link #OTHER}: a type that is not treated apart. */
  public enum Kind {
    GROUP,
    APPLICATION,
    SERVICE_PRINCIPAL,
    OTHER
  }
}
