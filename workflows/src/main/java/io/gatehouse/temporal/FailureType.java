package io.gatehouse.temporal;

/** Types of activity failures. The names travel in histories and in retry settings. */
public enum FailureType {
  THROTTLED(Integer.MAX_VALUE),
  TRANSIENT(Integer.MAX_VALUE),
  /** Cut off on the way, or about an object that Graph itself cannot tell: an hour tells which. */
  BROKEN_ANSWER(20),
  NOT_FOUND(1),
  FORBIDDEN(1),
  /** Graph says so now and then without reason (graph.md 2.2). */
  LICENCE_MISSING(4),
  REFUSED(1),
  /** A configuration or a policy is missing that only a person can supply. */
  NOT_CONFIGURED(1);

  private final int attempts;

  FailureType(int attempts) {
    this.attempts = attempts;
  }

  /** After so many attempts a person helps more than another one. */
  public int attempts() {
    return attempts;
  }

  public boolean worthRetrying() {
    return attempts > 1;
  }
}
