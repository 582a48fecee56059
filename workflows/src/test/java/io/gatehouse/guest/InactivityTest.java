package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.Inactivity.Active;
import io.gatehouse.guest.Inactivity.NeverSignedIn;
import io.gatehouse.guest.Inactivity.Stale;
import io.gatehouse.guest.Inactivity.Unknown;
import io.gatehouse.guest.SignIns.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What sign-in dates prove, with a threshold of 90 days and a day of reporting lag. */
class InactivityTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant THRESHOLD = daysAgo(91);
  private static final Instant LONG_AGO = daysAgo(400);
  private static final Instant RECENT = daysAgo(3);

  private static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  private static GuestFacts guest(@Nullable Instant created, SignIns signIns) {
    return new GuestFacts("g", "Guest", true, created, null, null, false, false, signIns);
  }

  private static GuestFacts guest(
      @Nullable Instant interactive,
      @Nullable Instant nonInteractive,
      @Nullable Instant successful) {
    return guest(LONG_AGO, new SignIns(interactive, nonInteractive, successful, Doubt.NONE));
  }

  private static GuestFacts without(Doubt doubt, @Nullable Instant created) {
    return guest(created, new SignIns(null, null, null, doubt));
  }

  private static GuestFacts old(Doubt doubt) {
    return guest(LONG_AGO, new SignIns(LONG_AGO, null, null, doubt));
  }

  static Stream<Arguments> guests() {
    var stale = new Stale(LONG_AGO);
    var active = new Active(RECENT);
    return Stream.of(
        arguments("plainly stale", guest(LONG_AGO, LONG_AGO, LONG_AGO), stale),
        arguments("stale by the only date", guest(null, LONG_AGO, null), stale),
        arguments("active by interactive", guest(RECENT, LONG_AGO, LONG_AGO), active),
        arguments("active by non-interactive", guest(LONG_AGO, RECENT, LONG_AGO), active),
        arguments("active by successful", guest(LONG_AGO, LONG_AGO, RECENT), active),
        arguments("at the threshold", guest(THRESHOLD, null, null), new Active(THRESHOLD)),
        arguments(
            "a moment before the threshold",
            guest(THRESHOLD.minusMillis(1), null, null),
            new Stale(THRESHOLD.minusMillis(1))),
        arguments(
            "within the reporting lag",
            guest(daysAgo(90).minusMillis(1), null, null),
            new Active(daysAgo(90).minusMillis(1))),
        arguments("never signed in", without(Doubt.NONE, LONG_AGO), new NeverSignedIn(LONG_AGO)),
        arguments(
            "created just before the threshold",
            without(Doubt.NONE, THRESHOLD.minusMillis(1)),
            new NeverSignedIn(THRESHOLD.minusMillis(1))),
        arguments(
            "created at the threshold",
            without(Doubt.NONE, THRESHOLD),
            new Unknown("no sign-in date, and 91 full days old: too young to tell")),
        arguments(
            "created yesterday",
            without(Doubt.NONE, daysAgo(1)),
            new Unknown("no sign-in date, and 1 full days old: too young to tell")),
        arguments(
            "created tomorrow",
            without(Doubt.NONE, daysAgo(-1)),
            new Unknown("no sign-in date, and 0 full days old: too young to tell")),
        arguments(
            "created before sign-ins were kept",
            without(Doubt.NONE, Instant.parse("2020-05-31T23:59:59Z")),
            new Unknown("no sign-in date, and older than Graph's records of sign-ins")),
        arguments(
            "created when sign-ins were kept for the first time",
            without(Doubt.NONE, Instant.parse("2020-06-01T00:00:00Z")),
            new NeverSignedIn(Instant.parse("2020-06-01T00:00:00Z"))),
        arguments(
            "neither sign-in nor creation date",
            without(Doubt.NONE, null),
            new Unknown("no sign-in date and no creation date")),
        arguments(
            "empty strings or year 0001",
            without(Doubt.PLACEHOLDER, LONG_AGO),
            new Unknown("the sign-in dates are placeholders, no proof of anything")),
        arguments("a placeholder beside an old date", old(Doubt.PLACEHOLDER), stale),
        arguments(
            "a malformed date beside an old one",
            old(Doubt.MALFORMED),
            new Unknown("a sign-in date cannot be read")),
        arguments(
            "nothing but a malformed date",
            without(Doubt.MALFORMED, LONG_AGO),
            new Unknown("a sign-in date cannot be read")),
        arguments(
            "a date in the future",
            guest(daysAgo(-2), LONG_AGO, null),
            new Unknown("the last sign-in lies in the future")),
        arguments(
            "a clock that runs a few hours ahead",
            guest(NOW.plus(Duration.ofHours(3)), null, null),
            new Active(NOW.plus(Duration.ofHours(3)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guests")
  void is_judged_by_what_the_dates_prove(String name, GuestFacts guest, Inactivity expected) {
    assertThat(Inactivity.judge(guest, 90, NOW)).as(name).isEqualTo(expected);
  }
}
