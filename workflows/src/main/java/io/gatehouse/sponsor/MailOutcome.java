package io.gatehouse.sponsor;

import java.time.Duration;
import java.time.Instant;

/** What became of one mail. */
public sealed interface MailOutcome {

  /** The mail server took it. */
  record Delivered(Instant at) implements MailOutcome {}

  /** The mail server refused it for good, or there is no address. */
  record Undeliverable() implements MailOutcome {}

  /** Answered or closed meanwhile: nothing was sent. */
  record NotNeeded() implements MailOutcome {}

  /** The mode only observes: nothing was sent, try again later. */
  record Later(Duration after) implements MailOutcome {}
}
