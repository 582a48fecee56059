package io.gatehouse.store.safety;

/** How many effects of one kind may happen in any 24 hours and in any 7 days. */
public record RollingCaps(int perDay, int perWeek) {

  public RollingCaps {
    if (perDay < 1 || perWeek < 1) {
      throw new IllegalArgumentException(
          "caps must allow at least one effect, got %d a day and %d a week: close the gate to stop all"
              .formatted(perDay, perWeek));
    }
  }
}
