package io.gatehouse.policy;

/** How far Gatehouse may go on this tenant. Read again at every mail and every effect. */
public enum Mode {
  /** Scan, judge and report; open nothing, mail no one, change nothing. */
  OBSERVE,
  /** Open lifecycles, ask, record answers; close as "would remove" where enforce would act. */
  NOTIFY,
  /** Everything. */
  ENFORCE
}
