package io.gatehouse.sandbox.tenant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a named guest's sign-ins look on the first day. */
sealed interface LastSeen {
  /** No sign-in activity at all. */
  record Never() implements LastSeen {}

  /** All three dates are this text, which is no date. */
  record Written(@Nullable String text) implements LastSeen {}

  /** Days before the start, null for never. */
  record DaysAgo(
      @Nullable Integer interactive, @Nullable Integer nonInteractive, @Nullable Integer successful)
      implements LastSeen {}

  static LastSeen daysAgo(int days) {
    return new DaysAgo(days, days, days);
  }

  default @Nullable SignInActivity activity(Instant start) {
    return switch (this) {
      case Never() -> null;
      case Written(var text) -> SignInActivity.all(text);
      case DaysAgo(var interactive, var nonInteractive, var successful) ->
          new SignInActivity(
              before(start, interactive), before(start, nonInteractive), before(start, successful));
    };
  }

  private static @Nullable String before(Instant start, @Nullable Integer days) {
    return days == null
        ? null
        : start.truncatedTo(ChronoUnit.SECONDS).minus(days, ChronoUnit.DAYS).toString();
  }
}
