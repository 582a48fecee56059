package io.gatehouse.starter.policy;

import io.gatehouse.policy.Policy;
import io.gatehouse.store.Store;
import io.gatehouse.store.policy.PolicyRow;
import io.gatehouse.temporal.Wire;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The policy that holds for the tenant now, as stored. */
public final class AppliedPolicy {
  private AppliedPolicy() {}

  public static Optional<Policy> newest(Store store) {
    return store.policies().newest().map(AppliedPolicy::read);
  }

  /** The zone in which people read dates; UTC while no policy was applied. */
  public static ZoneId zone(Store store) {
    return newest(store).map(Policy::zone).orElse(ZoneOffset.UTC);
  }

  public static Policy read(PolicyRow row) {
    return Wire.read(row.body(), Policy.class);
  }
}
