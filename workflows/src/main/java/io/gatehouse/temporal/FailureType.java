package io.gatehouse.temporal;

/** Types of activity failures. The names travel in histories and in retry settings. */
public enum FailureType {
  THROTTLED(true),
  TRANSIENT(true),
  BROKEN_ANSWER(true),
  NOT_FOUND(false),
  FORBIDDEN(false),
  LICENCE_MISSING(false),
  REFUSED(false),
  /** A configuration or a policy is missing that only a person can supply. */
  NOT_CONFIGURED(false);

  private final boolean worthRetrying;

  FailureType(boolean worthRetrying) {
    this.worthRetrying = worthRetrying;
  }

  public boolean worthRetrying() {
    return worthRetrying;
  }
}
