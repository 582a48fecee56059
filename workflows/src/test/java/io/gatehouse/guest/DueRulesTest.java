package io.gatehouse.guest;

import static io.gatehouse.guest.SomeGuest.NOW;
import static io.gatehouse.guest.SomeGuest.daysAgo;
import static io.gatehouse.guest.SomeGuest.someGuest;
import static io.gatehouse.guest.Trigger.ATTESTATION_DUE;
import static io.gatehouse.guest.Trigger.EXCLUSION_ENDS;
import static io.gatehouse.guest.Trigger.INACTIVE;
import static io.gatehouse.guest.Trigger.INVITATION_NOT_REDEEMED;
import static io.gatehouse.guest.Trigger.NEVER_SIGNED_IN;
import static io.gatehouse.guest.Trigger.SPONSOR_MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Triggers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inactive after 90 days, never signed in after 60, not redeemed after 30, without a sponsor after
 * 14, attested every 180, asked about an exclusion 21 days before it ends.
 */
class DueRulesTest {
  private static final Policy POLICY = Policies.with(Policies.TRIGGERS);
  private static final GuestHistory NOTHING_DUE = history(daysAgo(1), null);
  private static final GuestHistory BOTH_DUE = history(daysAgo(180), daysAgo(14));
  private static final SomeGuest ACTIVE = someGuest().signedIn(daysAgo(2));
  private static final SomeGuest PENDING = someGuest().state("PendingAcceptance", daysAgo(399));

  private static GuestHistory history(@Nullable Instant attested, @Nullable Instant missing) {
    return new GuestHistory(daysAgo(1), attested, missing);
  }

  private static Optional<Trigger> due(SomeGuest guest, GuestHistory history, Policy policy) {
    return DueRules.due(guest.facts(), history, policy, Policies.TODAY, NOW);
  }

  private static @Nullable Trigger due(SomeGuest guest, GuestHistory history) {
    return due(guest, history, POLICY).orElse(null);
  }

  /** One guest for each trigger, the last row for which it holds being the one asked about. */
  static Stream<Arguments> precedence() {
    return Stream.of(
        arguments(PENDING, BOTH_DUE, INVITATION_NOT_REDEEMED),
        arguments(someGuest(), BOTH_DUE, NEVER_SIGNED_IN),
        arguments(someGuest().signedIn(daysAgo(100)), BOTH_DUE, INACTIVE),
        arguments(ACTIVE, BOTH_DUE, SPONSOR_MISSING),
        arguments(ACTIVE, history(daysAgo(180), null), ATTESTATION_DUE),
        arguments(ACTIVE, NOTHING_DUE, null));
  }

  @ParameterizedTest
  @MethodSource("precedence")
  void a_guest_for_whom_several_hold_is_asked_about_for_the_first(
      SomeGuest guest, GuestHistory history, @Nullable Trigger expected) {
    assertThat(due(guest, history)).isEqualTo(expected);
  }

  @Test
  void the_order_of_precedence_is_the_order_of_the_triggers() {
    assertThat(Trigger.values())
        .containsExactly(
            INVITATION_NOT_REDEEMED,
            NEVER_SIGNED_IN,
            INACTIVE,
            SPONSOR_MISSING,
            ATTESTATION_DUE,
            EXCLUSION_ENDS);
  }

  static Stream<Arguments> edges() {
    return Stream.of(
        arguments("invited 30 days ago", pendingSince(daysAgo(30)), NOTHING_DUE, null),
        arguments(
            "and a moment",
            pendingSince(daysAgo(30).minusMillis(1)),
            NOTHING_DUE,
            INVITATION_NOT_REDEEMED),
        arguments(
            "created 61 days ago, the lag included",
            someGuest().created(daysAgo(61)),
            NOTHING_DUE,
            null),
        arguments(
            "and a moment",
            someGuest().created(daysAgo(61).minusMillis(1)),
            NOTHING_DUE,
            NEVER_SIGNED_IN),
        arguments("signed in 91 days ago", ACTIVE.signedIn(daysAgo(91)), NOTHING_DUE, null),
        arguments(
            "and a moment", ACTIVE.signedIn(daysAgo(91).minusMillis(1)), NOTHING_DUE, INACTIVE),
        arguments(
            "no sponsor for not quite 14 days",
            ACTIVE,
            history(daysAgo(1), daysAgo(14).plusMillis(1)),
            null),
        arguments(
            "no sponsor for 14 days", ACTIVE, history(daysAgo(1), daysAgo(14)), SPONSOR_MISSING),
        arguments(
            "attested not quite 180 days ago",
            ACTIVE,
            history(daysAgo(180).plusMillis(1), null),
            null),
        arguments("attested 180 days ago", ACTIVE, history(daysAgo(180), null), ATTESTATION_DUE));
  }

  private static SomeGuest pendingSince(Instant since) {
    return someGuest().created(since).state("PendingAcceptance", since);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edges")
  void thresholds_are_kept_to_the_moment(
      String name, SomeGuest guest, GuestHistory history, @Nullable Trigger expected) {
    assertThat(due(guest, history)).as(name).isEqualTo(expected);
  }

  static Stream<Arguments> off() {
    return Stream.of(
        // Without the first trigger the next one that holds is asked for.
        arguments(triggers(60, null, 14, 180), PENDING, BOTH_DUE, NEVER_SIGNED_IN),
        arguments(triggers(null, 30, 14, 180), someGuest(), BOTH_DUE, null),
        arguments(triggers(null, null, null, null), PENDING, BOTH_DUE, null),
        arguments(triggers(60, 30, null, 180), ACTIVE, BOTH_DUE, ATTESTATION_DUE),
        arguments(triggers(60, 30, 14, null), ACTIVE, history(daysAgo(180), null), null),
        arguments(triggers(60, 30, null, null), ACTIVE, BOTH_DUE, null));
  }

  private static Triggers triggers(
      @Nullable Integer never,
      @Nullable Integer notRedeemed,
      @Nullable Integer missing,
      @Nullable Integer attestation) {
    return new Triggers(90, never, notRedeemed, missing, attestation, null, 45);
  }

  @ParameterizedTest
  @MethodSource("off")
  void a_trigger_that_is_off_opens_nothing(
      Triggers triggers, SomeGuest guest, GuestHistory history, @Nullable Trigger expected) {
    assertThat(due(guest, history, Policies.with(triggers)).orElse(null)).isEqualTo(expected);
  }

  static Stream<SomeGuest> unknown() {
    return Stream.of(
        someGuest().doubtful(SignIns.Doubt.PLACEHOLDER),
        someGuest().doubtful(SignIns.Doubt.MALFORMED),
        someGuest().signedIn(daysAgo(200)).doubtful(SignIns.Doubt.MALFORMED),
        someGuest().created(null),
        someGuest().signedIn(daysAgo(-3)),
        someGuest().created(Instant.parse("2019-01-01T00:00:00Z")));
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void what_is_unknown_opens_nothing_however_long_nobody_vouched(SomeGuest guest) {
    assertThat(due(guest, BOTH_DUE)).isNull();
  }

  // ---- exclusions

  private static Policy excluding(String guest, int daysLeft) {
    return Policies.with(
        Policies.TRIGGERS,
        new Exclusion(guest, "cfo-id", "audit", Policies.TODAY.plusDays(daysLeft)));
  }

  @ParameterizedTest
  @CsvSource({"22, false", "21, true", "1, true", "0, true"})
  void the_owner_is_asked_within_the_window_and_on_the_last_day_still(int left, boolean asked) {
    assertThat(due(ACTIVE, NOTHING_DUE, excluding("ann-id", left)).orElse(null))
        .isEqualTo(asked ? EXCLUSION_ENDS : null);
  }

  @ParameterizedTest
  @MethodSource("precedence")
  void an_exclusion_hides_every_other_trigger(
      SomeGuest guest, GuestHistory history, @Nullable Trigger otherwise) {
    assertThat(due(guest, history, excluding("ANN-ID", 22))).as("not %s", otherwise).isEmpty();
    assertThat(due(guest, history, excluding("ANN-ID", 21))).contains(EXCLUSION_ENDS);
  }

  @Test
  void an_exclusion_that_is_over_and_one_of_somebody_else_hide_nothing() {
    assertThat(due(PENDING, NOTHING_DUE, excluding("ann-id", -1)))
        .contains(INVITATION_NOT_REDEEMED);
    assertThat(due(PENDING, NOTHING_DUE, excluding("carl-id", 5)))
        .contains(INVITATION_NOT_REDEEMED);
  }

  @Test
  void where_nobody_wants_to_be_asked_an_exclusion_only_hides() {
    var silent = new Triggers(90, 60, 30, 14, 180, null, 45);
    var today = new Exclusion("ann-id", "cfo-id", "audit", Policies.TODAY);

    assertThat(due(PENDING, BOTH_DUE, Policies.with(silent, today))).isEmpty();
  }

  // ---- periodic reviews

  @Test
  void guests_nobody_vouched_for_come_up_one_after_the_other_within_the_first_period() {
    int[] dueOnDay = new int[182];
    for (int i = 0; i < 1800; i++) {
      SomeGuest guest = ACTIVE.called(new UUID(i, 31L * i).toString());
      for (int day = 0; day < dueOnDay.length; day++) {
        var seen = new GuestHistory(NOW.minus(Duration.ofDays(day)), null, null);
        if (due(guest, seen) == ATTESTATION_DUE) {
          dueOnDay[day]++;
          break;
        }
      }
    }
    assertThat(dueOnDay[0]).as("on the day they are first seen").isZero();
    assertThat(Arrays.stream(dueOnDay).sum()).as("within the period").isEqualTo(1800);
    assertThat(dueOnDay[181]).as("after the period").isZero();
    assertThat(Arrays.stream(dueOnDay).max().orElseThrow())
        .as("of 1800 guests in 180 days, on one day")
        .isLessThan(60);
  }

  @ParameterizedTest
  @EnumSource(names = {"SPONSOR_MISSING", "ATTESTATION_DUE"})
  void only_active_guests_are_reviewed(Trigger trigger) {
    Map<Trigger, GuestHistory> histories =
        new EnumMap<>(
            Map.of(
                SPONSOR_MISSING, history(daysAgo(1), daysAgo(50)),
                ATTESTATION_DUE, history(daysAgo(500), null)));
    GuestHistory history = histories.getOrDefault(trigger, NOTHING_DUE);

    assertThat(due(ACTIVE, history)).isEqualTo(trigger);
    assertThat(due(someGuest().signedIn(daysAgo(100)), history)).isEqualTo(INACTIVE);
    assertThat(due(someGuest().created(daysAgo(5)), history)).isNull();
  }
}
