package io.gatehouse.sandbox.graph;

import java.time.Duration;

/** What a request is counted against, per app registration. Source: Learn, throttling-limits. */
public enum Budget {
  /** Everything below {@code /auditLogs}. */
  AUDIT_LOGS(5, Duration.ofSeconds(10), "ResourceUnitLimitExceeded"),
  /** Every other read that asks for signInActivity. */
  SIGN_IN_ACTIVITY(10, Duration.ofMinutes(1), "ResourceUnitLimitExceeded"),
  WRITES(3_000, Duration.ofSeconds(150), "WriteLimitExceeded"),
  /** Never refused, see {@link ResourceUnits}. */
  OTHER_READS(Integer.MAX_VALUE, Duration.ZERO, "");

  private final int requests;
  private final Duration window;
  private final String information;

  Budget(int requests, Duration window, String information) {
    this.requests = requests;
    this.window = window;
    this.information = information;
  }

  static Budget of(Call call) {
    if (call.isWrite()) {
      return WRITES;
    }
    if (call.path().getFirst().equals("auditLogs")) {
      return AUDIT_LOGS;
    }
    return call.asksForSignInActivity() ? SIGN_IN_ACTIVITY : OTHER_READS;
  }

  boolean isLimited() {
    return this != OTHER_READS;
  }

  int requests() {
    return requests;
  }

  Duration window() {
    return window;
  }

  /** The value of x-ms-throttle-information. */
  String information() {
    return information;
  }
}
