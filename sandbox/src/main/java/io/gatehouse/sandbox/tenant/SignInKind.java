package io.gatehouse.sandbox.tenant;

/** Which of Graph's dates a sign-in moves. */
public enum SignInKind {
  /** A person at a keyboard: the interactive date, and the successful one unless blocked. */
  INTERACTIVE,
  /** A person at a keyboard who fails: only the date of the attempt. */
  FAILED,
  /** An application that renews a token; impossible while blocked. */
  NON_INTERACTIVE,
  /** A sign-in of which only the newest of the three dates tells. */
  SUCCESS_ONLY
}
