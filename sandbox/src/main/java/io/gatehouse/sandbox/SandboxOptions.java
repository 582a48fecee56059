package io.gatehouse.sandbox;

import io.gatehouse.sandbox.tenant.TenantSize;
import java.time.Clock;

/**
 * What a sandbox needs to know.
 *
 * @param seed the same seed and the same start time give the same object ids
 * @param clock the tenant's time
 * @param size how many guests and sponsors
 * @param graphPort 0 for a free one
 * @param smtpPort 0 for a free one
 */
public record SandboxOptions(long seed, Clock clock, TenantSize size, int graphPort, int smtpPort) {

  /** With the named guests only, on free ports. */
  public static SandboxOptions of(long seed, Clock clock) {
    return of(seed, clock, TenantSize.NAMED_ONLY);
  }

  /** On free ports. */
  public static SandboxOptions of(long seed, Clock clock, TenantSize size) {
    return new SandboxOptions(seed, clock, size, 0, 0);
  }
}
