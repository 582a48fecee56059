package io.gatehouse.guest;

/** Why a lifecycle was opened. */
public enum Trigger {
  /** No sign-in within the policy's threshold. */
  INACTIVE
}
