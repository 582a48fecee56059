package io.gatehouse.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When generated guests sign in: the active ones in a rhythm of their own, for ever. */
record GeneratedSignIns(Dice dice, Instant start) {

  @Nullable SignInActivity of(int number, Instant now) {
    boolean even = number % 2 == 0;
    return switch (Profile.of(number)) {
      case ACTIVE, WITHOUT_SPONSOR -> active(number, lastInRhythm(number, now).toString());
      case STALE, ALREADY_DISABLED ->
          SignInActivity.all(
              start
                  .minus(staleDays(number), ChronoUnit.DAYS)
                  .minusSeconds(dice.roll(number, "second", 36_000))
                  .toString());
      case NEVER_SIGNED_IN, PENDING_INVITATION -> null;
      case DATES_UNKNOWN -> even ? null : SignInActivity.all(null);
      case PLACEHOLDER_DATES -> SignInActivity.all(even ? "" : "0001-01-01T00:00:00Z");
    };
  }

  /** One in ten only through an application. */
  private SignInActivity active(int number, String last) {
    return dice.roll(number, "non-interactive only", 10) == 0
        ? new SignInActivity(null, last, last)
        : SignInActivity.all(last);
  }

  private Instant lastInRhythm(int number, Instant now) {
    var period = Duration.ofDays(activePeriodDays(number));
    Instant once = start.minusSeconds(dice.roll(number, "phase", (int) period.toSeconds()));
    long rounds = Math.floorDiv(Duration.between(once, now).toSeconds(), period.toSeconds());
    return once.plus(period.multipliedBy(rounds));
  }

  /** From a week to a month. */
  int activePeriodDays(int number) {
    return 7 + dice.roll(number, "period", 24);
  }

  int staleDays(int number) {
    return 120 + dice.roll(number, "stale", 580);
  }
}
