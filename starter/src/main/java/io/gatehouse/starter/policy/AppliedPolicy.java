package io.gatehouse.starter.policy;

import io.gatehouse.config.StartProblem;
import io.gatehouse.policy.Policy;
import io.gatehouse.store.Store;
import io.gatehouse.store.policy.PolicyRow;
import io.gatehouse.temporal.Wire;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** The policy that holds for the tenant now, as stored. */
public final class AppliedPolicy {
  private AppliedPolicy() {}

  /**
   * The policy in force.
   *
   * @throws StartProblem when an earlier Gatehouse applied it, in words for the operator
   */
  public static Optional<Policy> newest(Store store) {
    return store.policies().newest().map(AppliedPolicy::read);
  }

  /**
   * Lets a process without a policy start, and stops one that could not read its policy.
   *
   * @throws StartProblem when an earlier Gatehouse applied it
   */
  public static void requireReadable(Store store) {
    store.policies().newest().ifPresent(AppliedPolicy::read);
  }

  /** The zone in which people read dates; UTC while no policy was applied. */
  public static ZoneId zone(Store store) {
    return store.policies().newest().map(AppliedPolicy::zone).orElse(ZoneOffset.UTC);
  }

  /** Of any format there ever was: dates are readable whatever became of the rest. */
  public static ZoneId zone(PolicyRow row) {
    return ZoneId.of(String.valueOf(Wire.read(row.body(), Map.class).get("zone")));
  }

  private static Policy read(PolicyRow row) {
    // Read into today's records, the first format would be a policy with holes.
    if (!Wire.read(row.body(), Map.class).containsKey("triggers")) {
      throw new StartProblem(
          "Policy version %d was applied by an earlier Gatehouse and cannot be read any more: bring its file up to format version 2 and run policy apply FILE."
              .formatted(row.version()));
    }
    return Wire.read(row.body(), Policy.class);
  }
}
