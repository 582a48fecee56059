package io.gatehouse.starter.answer;

import io.gatehouse.attestation.Receipt;

/** What one attempt to deliver an answer came to. */
public sealed interface Delivered {

  /** The lifecycle took it. */
  record Applied(Receipt receipt) implements Delivered {}

  /** The lifecycle does not take it, and never will. */
  record Refused(String sentence) implements Delivered {}

  /** It stays recorded and is tried again, for instance when Temporal is back. */
  record Waiting(String why) implements Delivered {}
}
