package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.AppRegistration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tenant's budgets per app registration: rolling windows on the tenant's clock. */
public final class Throttles {
  private record Bucket(AppRegistration app, Budget budget) {}

  private final Clock clock;
  private final Map<Bucket, Deque<Instant>> used = new HashMap<>();
  private boolean on = true;

  Throttles(Clock clock) {
    this.clock = clock;
  }

  /** From now on every request is admitted. */
  public synchronized void off() {
    on = false;
    used.clear();
  }

  public synchronized void on() {
    on = true;
  }

  /** Takes a slot, or tells how long until one is free. A refused request takes none. */
  synchronized Optional<Duration> admit(AppRegistration app, Budget budget) {
    if (!on || !budget.isLimited()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    var times = used.computeIfAbsent(new Bucket(app, budget), _ -> new ArrayDeque<>());
    times.removeIf(t -> !t.plus(budget.window()).isAfter(now));
    if (times.size() < budget.requests()) {
      times.add(now);
      return Optional.empty();
    }
    var wait = Duration.between(now, times.element().plus(budget.window()));
    return Optional.of(Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
  }

  /** How much of a budget is used, from 0 to 1. */
  synchronized double share(AppRegistration app, Budget budget) {
    var times = used.get(new Bucket(app, budget));
    return times == null ? 0 : (double) times.size() / budget.requests();
  }
}
