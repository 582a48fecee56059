package io.gatehouse.guest;

import io.gatehouse.safety.Change;
import io.gatehouse.safety.Comparison;
import io.gatehouse.safety.HoldingActivities;
import io.gatehouse.temporal.Activities;
import java.util.Optional;

/** What an account lost on its way out and back, whoever brought it back. */
final class Comparing {
  private final LifecycleRef ref;
  private final World world;
  private final HoldingActivities holdings = Activities.holding("compare with what was held");

  Comparing(LifecycleRef ref, World world) {
    this.ref = ref;
    this.world = world;
  }

  /**
   * How much did not come back with what somebody else gave back. Empty when it could not be read:
   * the lifecycle was parked and somebody has spoken.
   */
  Optional<Integer> missing(Change change) {
    return world.attempt(() -> holdings.compare(new Comparison(ref, change)));
  }

  /** The same end, telling what is missing. */
  static Closing counted(Closing closing, int missing) {
    return missing == 0
        ? closing
        : new Closing(
            closing.outcome(),
            "%s; %d memberships, roles or sponsors did not come back"
                .formatted(closing.reason(), missing),
            closing.keptUntil());
  }
}
