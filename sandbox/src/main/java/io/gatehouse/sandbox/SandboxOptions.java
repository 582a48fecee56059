package io.gatehouse.sandbox;

import java.time.Clock;

/**
 * What a sandbox needs to know.
 *
 * @param seed the same seed and the same start time give the same object ids
 * @param clock the tenant's time
 * @param graphPort 0 for a free one
 * @param smtpPort 0 for a free one
 */
public record SandboxOptions(long seed, Clock clock, int graphPort, int smtpPort) {

  /** On free ports. */
  public static SandboxOptions of(long seed, Clock clock) {
    return new SandboxOptions(seed, clock, 0, 0);
  }
}
