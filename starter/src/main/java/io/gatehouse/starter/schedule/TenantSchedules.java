package io.gatehouse.starter.schedule;

import io.gatehouse.policy.Policy;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What should run by itself for a tenant, by the policy in force. */
public final class TenantSchedules {
  /** So that tenants whose policy names the same minute do not ask Graph in the same one. */
  private static final Duration SPREAD = Duration.ofMinutes(30);

  private TenantSchedules() {}

  private static final Rhythm HOURLY = new Rhythm.Every(Duration.ofHours(1));

  /** Nothing while no policy is in force: a scan would have nothing to judge by. */
  public static List<HouseSchedule> of(Store store, String tenant) {
    return AppliedPolicy.newest(store).map(policy -> of(policy, tenant)).orElse(List.of());
  }

  private static List<HouseSchedule> of(Policy policy, String tenant) {
    var daily = new Rhythm.Daily(policy.scan().dailyAt(), policy.zone(), SPREAD);
    return List.of(HouseSchedule.scan(tenant, daily), HouseSchedule.watch(tenant, HOURLY));
  }

  /** By the first part of its id, such as {@code scan}. */
  public static Optional<HouseSchedule> named(List<HouseSchedule> schedules, String name) {
    return schedules.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
