package io.gatehouse.sandbox.tenant;

import java.util.Locale;

/** An application known to the tenant, with the bearer token that the sandbox accepts for it. */
public enum AppRegistration {
  /** Reads for scans. */
  OBSERVER("0b5e57e4-0000-4000-8000-000000000001", false),
  /**
   * Reads right before an effect: a registration of its own, so that a scan never eats its budget.
   */
  LOOKER("0b5e57e4-0000-4000-8000-000000000002", false),
  /** Reads, disables, enables, deletes and restores. */
  ACTOR("0b5e57e4-0000-4000-8000-000000000003", true);

  private final String appId;
  private final boolean mayWrite;

  AppRegistration(String appId, boolean mayWrite) {
    this.appId = appId;
    this.mayWrite = mayWrite;
  }

  public String appId() {
    return appId;
  }

  public boolean mayWrite() {
    return mayWrite;
  }

  /** The bearer token; no secret, it opens nothing but this sandbox. */
  public String token() {
    return "sandbox-" + name().toLowerCase(Locale.ROOT);
  }
}
