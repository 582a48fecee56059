package io.gatehouse.attestation;

/** Who speaks. */
public enum Voice {
  /** Somebody the chain asked. */
  SPONSOR,
  /** An administrator. */
  OPERATOR
}
