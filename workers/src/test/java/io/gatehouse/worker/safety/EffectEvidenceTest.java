package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Triggers;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.EffectOutcome.Done;
import io.gatehouse.safety.EffectOutcome.Unclear;
import io.gatehouse.safety.EffectOutcome.WorldChanged;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.SignInKind;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The reason a lifecycle was opened for, looked at again at the moment of the effect. */
class EffectEvidenceTest {
  private static final String NO_DATES_ANYWHERE = "even a guest known to sign in shows no date";

  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(SignInKind.class)
  void an_inactive_guest_who_signs_in_or_only_tries_to_is_not_disabled(SignInKind kind) {
    LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);
    house.tenant().signIn(ref.guestId(), kind, house.now());

    refused(ref, Effect.DISABLE, Change.CAME_BACK);
  }

  @ParameterizedTest
  @CsvSource({
    "INTERACTIVE, 480, TRIED_AFTER_DISABLE",
    "FAILED, 480, TRIED_AFTER_DISABLE",
    "FAILED, 25, TRIED_AFTER_DISABLE",
    "INTERACTIVE, 24, CAME_BACK"
  })
  void a_disabled_guest_who_knocks_is_not_deleted(SignInKind kind, int hours, Change change) {
    LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);
    Instant disabled = attempts.done(ref, Effect.DISABLE).at();
    house.clock().pass(Duration.ofDays(20));
    house.tenant().signIn(ref.guestId(), kind, disabled.plus(Duration.ofHours(hours)));

    assertThat(attempts.once(ref, Effect.SOFT_DELETE)).isEqualTo(new WorldChanged(change));
    assertThat(house.audit(ref.guestId())).containsExactly("Disable account");
  }

  @ParameterizedTest
  @CsvSource({"DISABLE", "SOFT_DELETE"})
  void who_never_signed_in_goes_while_others_show_dates(Effect effect) {
    sees(NamedGuest.ACTIVE_INTERACTIVE);
    LifecycleRef ref = dueFor(NamedGuest.NEVER_SIGNED_IN, Trigger.NEVER_SIGNED_IN, effect);

    assertThat(attempts.once(ref, effect)).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @CsvSource({"DISABLE, INTERACTIVE", "SOFT_DELETE, FAILED", "DISABLE, NON_INTERACTIVE"})
  void who_never_signed_in_and_does_so_now_came_back(Effect effect, SignInKind kind) {
    sees(NamedGuest.ACTIVE_INTERACTIVE);
    LifecycleRef ref = dueFor(NamedGuest.NEVER_SIGNED_IN, Trigger.NEVER_SIGNED_IN, effect);
    house.tenant().signIn(ref.guestId(), kind, house.now());

    refused(ref, effect, Change.CAME_BACK);
  }

  @ParameterizedTest
  @CsvSource({
    "NEVER_SIGNED_IN, NEVER_SIGNED_IN, DISABLE",
    "NEVER_SIGNED_IN, NEVER_SIGNED_IN, SOFT_DELETE",
    "PENDING_INVITATION, INVITATION_NOT_REDEEMED, DISABLE",
    "PENDING_INVITATION, INVITATION_NOT_REDEEMED, SOFT_DELETE"
  })
  void a_missing_date_proves_nothing_while_nobody_shows_one(
      NamedGuest guest, Trigger trigger, Effect effect) {
    sees(NamedGuest.ACTIVE_INTERACTIVE);
    LifecycleRef ref = dueFor(guest, trigger, effect);
    house.sandbox().graph().turnOn(Quirk.NO_SIGN_IN_DATES);

    unclear(ref, effect, NO_DATES_ANYWHERE);
  }

  @Test
  void a_missing_date_proves_nothing_where_no_guest_was_ever_seen_with_one() {
    LifecycleRef ref = dueFor(NamedGuest.NEVER_SIGNED_IN, Trigger.NEVER_SIGNED_IN, Effect.DISABLE);

    unclear(ref, Effect.DISABLE, NO_DATES_ANYWHERE);
  }

  @Test
  void a_witness_who_is_deleted_is_followed_by_the_next_one() {
    sees(NamedGuest.ACTIVE_INTERACTIVE);
    sees(NamedGuest.ACTIVE_NON_INTERACTIVE);
    LifecycleRef ref = dueFor(NamedGuest.NEVER_SIGNED_IN, Trigger.NEVER_SIGNED_IN, Effect.DISABLE);
    attempts.prepare(house.store().guests().witnesses(1).getFirst(), Effect.RESTORE);

    assertThat(attempts.once(ref, Effect.DISABLE)).isInstanceOf(Done.class);
  }

  @Test
  void with_every_witness_deleted_a_missing_date_proves_nothing() {
    sees(NamedGuest.ACTIVE_INTERACTIVE);
    LifecycleRef ref = dueFor(NamedGuest.NEVER_SIGNED_IN, Trigger.NEVER_SIGNED_IN, Effect.DISABLE);
    attempts.prepare(house.store().guests().witnesses(1).getFirst(), Effect.RESTORE);

    unclear(ref, Effect.DISABLE, NO_DATES_ANYWHERE);
  }

  @ParameterizedTest
  @CsvSource({"DISABLE", "SOFT_DELETE"})
  void an_invitation_nobody_redeemed_ends_the_account(Effect effect) {
    sees(NamedGuest.ACTIVE_INTERACTIVE);
    LifecycleRef ref =
        dueFor(NamedGuest.PENDING_INVITATION, Trigger.INVITATION_NOT_REDEEMED, effect);

    assertThat(attempts.once(ref, effect)).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @CsvSource({
    "DISABLE, false, REDEEMED",
    "SOFT_DELETE, false, REDEEMED",
    "DISABLE, true, CAME_BACK"
  })
  void an_invitation_that_is_redeemed_after_all_stops_the_effect(
      Effect effect, boolean signsIn, Change change) {
    sees(NamedGuest.ACTIVE_INTERACTIVE);
    LifecycleRef ref =
        dueFor(NamedGuest.PENDING_INVITATION, Trigger.INVITATION_NOT_REDEEMED, effect);
    house.tenant().redeem(ref.guestId(), house.now());
    if (signsIn) {
      house.tenant().signIn(ref.guestId(), SignInKind.INTERACTIVE, house.now());
    }

    refused(ref, effect, change);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"PendingAcceptance\";null;does not say whether the invitation was redeemed",
        "ChangeDateTime\":\"20[0-9]{2}-[0-9]{2}-[0-9]{2};ChangeDateTime\":\"2026-02-20;younger than 60 days"
      })
  void an_invitation_that_is_not_clearly_old_and_open_stops_the_effect(
      String as, String now, String reason) {
    sees(NamedGuest.ACTIVE_INTERACTIVE);
    LifecycleRef ref =
        dueFor(NamedGuest.PENDING_INVITATION, Trigger.INVITATION_NOT_REDEEMED, Effect.DISABLE);
    house.relay().rewrite("/users/" + ref.guestId(), json -> json.replaceAll(as, now));

    unclear(ref, Effect.DISABLE, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "REVIEW_REMOVED, ATTESTATION_DUE, DISABLE",
    "REVIEW_REMOVED, ATTESTATION_DUE, SOFT_DELETE",
    "WITHOUT_SPONSOR, SPONSOR_MISSING, DISABLE",
    "WITHOUT_SPONSOR, SPONSOR_MISSING, SOFT_DELETE"
  })
  void an_active_guest_goes_on_somebodys_word_even_while_no_dates_are_shown(
      NamedGuest guest, Trigger trigger, Effect effect) {
    LifecycleRef ref = dueFor(guest, trigger, effect);
    house.tenant().signIn(ref.guestId(), SignInKind.INTERACTIVE, house.now());
    house.sandbox().graph().turnOn(Quirk.NO_SIGN_IN_DATES);

    assertThat(attempts.once(ref, effect)).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @CsvSource({"60, 30, false", "60, 1000, false", "100, 1000, true", "100, 30, true"})
  void the_threshold_is_the_plans_whatever_policy_was_applied_meanwhile(
      int daysSince, int appliedMeanwhile, boolean acts) {
    LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE); // planned with 90 days
    house.tenant().signIn(ref.guestId(), SignInKind.INTERACTIVE, house.now());
    house.apply(TryPolicy.triggers(triggers -> inactiveAfter(appliedMeanwhile, triggers)));
    house.clock().pass(Duration.ofDays(daysSince));

    EffectOutcome outcome = attempts.once(ref, Effect.DISABLE);

    assertThat(outcome).isInstanceOf(acts ? Done.class : WorldChanged.class);
  }

  private static Triggers inactiveAfter(int days, Triggers triggers) {
    return new Triggers(
        days,
        triggers.neverSignedInAfterDays(),
        triggers.invitationNotRedeemedAfterDays(),
        triggers.sponsorMissingAfterDays(),
        triggers.attestationEveryDays(),
        triggers.exclusionEndsWithinDays(),
        triggers.reopenAfterDays());
  }

  /** A guest whom the last scan saw with a date. */
  private void sees(NamedGuest guest) {
    house.opened(guest);
  }

  /** As {@link TryHouse#due}, but no scan saw a date of this guest. */
  private LifecycleRef dueFor(NamedGuest guest, Trigger trigger, Effect effect) {
    LifecycleRef ref = house.told(house.removed(house.opened(house.idOf(guest), trigger)));
    attempts.prepare(ref.guestId(), effect);
    return ref;
  }

  private void refused(LifecycleRef ref, Effect effect, Change change) {
    assertThat(attempts.once(ref, effect)).isEqualTo(new WorldChanged(change));
    assertThat(house.writes()).isZero();
    assertThat(house.ledger(ref)).containsExactly("effect.refused");
    assertThat(house.entries(ref).getFirst().body()).contains("changed: " + change.words());
  }

  private void unclear(LifecycleRef ref, Effect effect, String reason) {
    assertThat(attempts.once(ref, effect))
        .isInstanceOfSatisfying(
            Unclear.class, unclear -> assertThat(unclear.reason()).contains(reason));
    assertThat(house.writes()).isZero();
    assertThat(house.ledger(ref)).endsWith("effect.refused");
  }
}
