package io.gatehouse.worker.watch;

import java.time.Instant;

/** What Temporal shows of the workflow of an open lifecycle. */
sealed interface Sight {

  /** It runs, or it completed and recorded that itself. */
  record Well() implements Sight {}

  /**
   * It ended without a chance to record anything.
   *
   * @param how TERMINATED, TIMED_OUT, FAILED, REPLACED by a run that is none of ours, or UNKNOWN
   * @param by who terminated it as Temporal was told, which proves nothing; empty otherwise
   * @param reason what was given as the reason; empty otherwise
   */
  record Ended(String how, String by, String reason) implements Sight {
    /** With its whole history. */
    static final Ended UNKNOWN = new Ended("UNKNOWN", "", "");
  }

  /** Temporal does not know it. */
  record Unknown() implements Sight {}

  /**
   * It cannot go on.
   *
   * @param why a clause for people
   */
  record Stuck(Instant since, String why) implements Sight {}
}
