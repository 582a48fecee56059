package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.Standing;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.worker.guest.StandingRules.Stand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StandingRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(5));
  private static final Instant EARLIER = NOW.minus(Duration.ofSeconds(1));
  private static final Stand DUE = new Stand(Standing.IN_PROGRESS, "due");

  @ParameterizedTest
  @EnumSource(Standing.class)
  void a_new_guest_stands_as_the_scan_says(Standing scanned) {
    assertThat(StandingRules.of(null, false, new Stand(scanned, "as seen"), true, NOW))
        .isEqualTo(new Stand(scanned, "as seen"));
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void while_a_lifecycle_runs_no_scan_says_otherwise(Standing scanned) {
    GuestRow running = known(Standing.IN_PROGRESS, "a lifecycle is running", LATER, LATER);

    assertThat(StandingRules.of(running, true, new Stand(scanned, "as seen"), true, NOW))
        .isEqualTo(new Stand(Standing.IN_PROGRESS, "a lifecycle is running"));
  }

  @ParameterizedTest
  @EnumSource(value = Standing.class, names = "EXEMPT", mode = EnumSource.Mode.EXCLUDE)
  void who_is_kept_stays_kept_while_that_lasts(Standing scanned) {
    GuestRow kept = known(Standing.KEPT, "kept until 2026-03-06", LATER, null);

    assertThat(StandingRules.of(kept, false, new Stand(scanned, "as seen"), true, NOW))
        .isEqualTo(new Stand(Standing.KEPT, "kept until 2026-03-06"));
  }

  @Test
  void a_guard_shows_before_the_word_of_whoever_keeps() {
    GuestRow kept = known(Standing.KEPT, "kept until 2026-03-06", LATER, null);
    var exempt = new Stand(Standing.EXEMPT, "the policy excludes this guest");

    assertThat(StandingRules.of(kept, false, exempt, true, NOW)).isEqualTo(exempt);
  }

  @ParameterizedTest
  @EnumSource(
      value = Standing.class,
      names = {"EXEMPT", "GONE", "UNKNOWN"})
  void who_was_kept_and_exempt_or_out_of_sight_meanwhile_is_kept_again(Standing meanwhile) {
    GuestRow back = known(meanwhile, "whatever it was", LATER, null);

    assertThat(StandingRules.of(back, false, DUE, true, NOW))
        .isEqualTo(new Stand(Standing.KEPT, "somebody vouches until 2026-03-07"));
  }

  @Test
  void after_the_last_day_a_kept_guest_stands_as_the_scan_says() {
    GuestRow kept = known(Standing.KEPT, "kept until 2026-03-01", NOW, null);

    assertThat(StandingRules.of(kept, false, DUE, true, NOW)).isEqualTo(DUE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Standing.class,
      names = {"STOOD_DOWN", "FAILED", "EXEMPT", "UNKNOWN"})
  void who_is_put_off_keeps_the_words_of_that_while_due_again(Standing before) {
    assertThat(StandingRules.of(known(before, "why it ended", null, LATER), false, DUE, true, NOW))
        .isEqualTo(new Stand(before, "why it ended"));
    assertThat(StandingRules.of(known(before, "why it ended", null, NOW), false, DUE, true, NOW))
        .isEqualTo(DUE);
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void what_we_left_disabled_stays_failed_while_nobody_sees_it_enabled(Standing scanned) {
    for (Boolean enabled : new @Nullable Boolean[] {false, null}) {
      for (Instant putOff : List.of(LATER, EARLIER)) {
        assertThat(
                StandingRules.of(
                    known(Standing.FAILED, "left disabled", null, putOff),
                    false,
                    new Stand(scanned, "as seen"),
                    enabled,
                    NOW))
            .isEqualTo(new Stand(Standing.FAILED, "left disabled"));
      }
    }
  }

  @Test
  void what_we_left_disabled_and_somebody_enabled_is_failed_no_more() {
    GuestRow left = known(Standing.FAILED, "left disabled", null, LATER, false);

    assertThat(StandingRules.of(left, false, DUE, true, NOW))
        .isEqualTo(
            new Stand(Standing.STOOD_DOWN, "the account that was left disabled is enabled again"));
    assertThat(StandingRules.of(left, false, new Stand(Standing.ACTIVE, "active"), true, NOW))
        .isEqualTo(new Stand(Standing.ACTIVE, "active"));
  }

  static Stream<Arguments> notPutOff() {
    return Stream.of(
        arguments(Standing.STOOD_DOWN, LATER, new Stand(Standing.ACTIVE, "active")),
        arguments(Standing.STOOD_DOWN, LATER, new Stand(Standing.EXEMPT, "a role")),
        arguments(Standing.FAILED, LATER, new Stand(Standing.UNKNOWN, "no dates")),
        arguments(Standing.GONE, LATER, DUE),
        arguments(Standing.REMOVED, LATER, DUE),
        arguments(Standing.ACTIVE, LATER, DUE),
        arguments(Standing.STOOD_DOWN, EARLIER, DUE),
        arguments(Standing.UNKNOWN, null, DUE));
  }

  @ParameterizedTest
  @MethodSource("notPutOff")
  void being_put_off_hides_nothing_else(
      Standing before, @Nullable Instant notBefore, Stand scanned) {
    GuestRow row = known(before, "why it ended", null, notBefore);

    assertThat(StandingRules.of(row, false, scanned, true, NOW)).isEqualTo(scanned);
  }

  private static GuestRow known(
      Standing standing, String why, @Nullable Instant keptUntil, @Nullable Instant notBefore) {
    return known(standing, why, keptUntil, notBefore, true);
  }

  private static GuestRow known(
      Standing standing,
      String why,
      @Nullable Instant keptUntil,
      @Nullable Instant notBefore,
      boolean enabled) {
    return new GuestRow(
        "id",
        null,
        null,
        null,
        null,
        null,
        "Guest",
        null,
        enabled,
        false,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        "STALE",
        "long ago",
        standing.name(),
        why,
        NOW,
        UUID.randomUUID(),
        NOW,
        null,
        "UNTOLD",
        null,
        null,
        keptUntil,
        notBefore);
  }
}
