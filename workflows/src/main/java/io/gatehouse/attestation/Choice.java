package io.gatehouse.attestation;

/** What somebody wants to happen with a guest. */
public enum Choice {
  KEEP,
  REMOVE,
  /** This guest belongs to somebody else: ask the next person. */
  NOT_MINE
}
