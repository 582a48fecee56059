package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.EffectOutcome.GuardRefused;
import io.gatehouse.safety.EffectOutcome.Unclear;
import io.gatehouse.safety.EffectOutcome.WorldChanged;
import io.gatehouse.safety.Guard;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.SignInKind;
import io.gatehouse.worker.house.TryHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fresh look has against an effect. */
class EffectRefusedTest {
  private static final String USER = "/users/[^/]+$";

  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);
  private final LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void a_role_by_membership_alone_stops_the_effect() {
    house
        .relay()
        .rewrite(
            "/transitiveMemberOf",
            json -> json.replace("#microsoft.graph.group", "#microsoft.graph.directoryRole"));

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new GuardRefused(Guard.ROLE_HOLDER));
    refusedAfterALook(ref);
  }

  @Test
  void a_role_by_assignment_alone_stops_the_effect() {
    LifecycleRef holder = house.due(NamedGuest.ROLE_HOLDER);
    house
        .relay()
        .rewrite(
            "/transitiveMemberOf",
            json -> json.replace("#microsoft.graph.directoryRole", "#microsoft.graph.group"));

    assertThat(attempts.once(holder, Effect.DISABLE))
        .isEqualTo(new GuardRefused(Guard.ROLE_HOLDER));
    refusedAfterALook(holder);
  }

  @Test
  void a_role_that_nobody_can_see_makes_graph_refuse_and_a_person_has_to_look() {
    LifecycleRef holder = house.due(NamedGuest.ROLE_HOLDER);
    house.relay().rewrite("/transitiveMemberOf|/roleAssignments", _ -> "{\"value\":[]}");

    EffectOutcome outcome = attempts.once(holder, Effect.DISABLE);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Unclear.class,
            unclear -> assertThat(unclear.reason()).contains("Authorization_RequestDenied"));
    assertThat(house.audit(holder.guestId())).isEmpty();
    assertThat(house.ledger(holder))
        .containsExactly("effect.intended", "effect.lapsed", "effect.refused");
  }

  @Test
  void what_somebody_else_does_after_graph_refused_us_never_passes_for_ours() {
    LifecycleRef holder = house.due(NamedGuest.ROLE_HOLDER);
    house.relay().rewrite("/transitiveMemberOf|/roleAssignments", _ -> "{\"value\":[]}");
    attempts.once(holder, Effect.DISABLE);
    attempts.prepare(holder.guestId(), Effect.SOFT_DELETE);

    assertThat(attempts.once(holder, Effect.DISABLE))
        .isEqualTo(new WorldChanged(Change.DISABLED_BY_OTHERS));
    assertThat(house.ledger(holder)).doesNotContain("effect.proved");
  }

  @Test
  void an_account_that_is_gone_and_not_in_the_bin_yet_is_looked_at_again_after_our_delete() {
    attempts.prepare(ref.guestId(), Effect.SOFT_DELETE);
    house.relay().after("DELETE", USER, () -> house.relay().missOnce("/directory/deletedItems/"));

    assertThat(attempts.untilNoFailure(ref, Effect.SOFT_DELETE))
        .isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.ledger(ref)).containsExactly("effect.intended", "effect.proved");
  }

  @Test
  void a_bin_that_is_late_at_the_second_look_too_does_not_make_our_delete_somebody_elses() {
    attempts.prepare(ref.guestId(), Effect.SOFT_DELETE);
    house
        .relay()
        .after(
            "DELETE",
            USER,
            () -> {
              house.relay().missOnce("/directory/deletedItems/");
              house
                  .relay()
                  .before("GET", USER, () -> house.relay().missOnce("/directory/deletedItems/"));
            });

    assertThat(attempts.untilNoFailure(ref, Effect.SOFT_DELETE))
        .isInstanceOf(EffectOutcome.Done.class);
  }

  @Test
  void a_guest_who_came_back_is_left_alone() {
    house.tenant().signIn(ref.guestId(), SignInKind.NON_INTERACTIVE, house.now());

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new WorldChanged(Change.CAME_BACK));
    refusedAfterALook(ref);
  }

  @ParameterizedTest
  @CsvSource({
    "DISABLE,DISABLED_BY_OTHERS",
    "SOFT_DELETE,ENABLED_BY_OTHERS",
    "ENABLE,ENABLED_BY_OTHERS",
    "RESTORE,RESTORED_BY_OTHERS"
  })
  void what_others_did_is_theirs(Effect effect, Change change) {
    if (effect == Effect.DISABLE) {
      attempts.prepare(ref.guestId(), Effect.ENABLE);
    }

    assertThat(attempts.once(ref, effect)).isEqualTo(new WorldChanged(change));
    refusedAfterALook(ref);
  }

  @ParameterizedTest
  @CsvSource({"DISABLE", "SOFT_DELETE", "ENABLE"})
  void a_guest_somebody_else_deleted_is_gone(Effect effect) {
    attempts.prepare(ref.guestId(), Effect.RESTORE);

    assertThat(attempts.once(ref, effect)).isEqualTo(new WorldChanged(Change.GONE));
    refusedAfterALook(ref);
  }

  @ParameterizedTest
  @CsvSource({"EMPTY_DATES", "YEAR_ONE", "NULL_DATES", "NEVER_SIGNED_IN"})
  void dates_that_prove_nothing_stop_the_effect(NamedGuest guest) {
    LifecycleRef unknown = house.due(guest);

    assertThat(attempts.once(unknown, Effect.DISABLE)).isInstanceOf(Unclear.class);
    refusedAfterALook(unknown);
  }

  @Test
  void a_guest_deleted_in_the_middle_of_a_look_is_looked_at_again() {
    house
        .relay()
        .before(
            "GET", "/transitiveMemberOf", () -> attempts.prepare(ref.guestId(), Effect.RESTORE));

    assertThat(attempts.untilNoFailure(ref, Effect.DISABLE))
        .isEqualTo(new WorldChanged(Change.GONE));
    refusedAfterALook(ref);
  }

  @Test
  void a_guest_deleted_between_look_and_write_is_looked_at_again() {
    house.relay().before("PATCH", USER, () -> attempts.prepare(ref.guestId(), Effect.RESTORE));

    assertThat(attempts.untilNoFailure(ref, Effect.DISABLE))
        .isEqualTo(new WorldChanged(Change.GONE));
    assertThat(house.audit(ref.guestId())).containsExactly("Delete user");
    assertThat(house.ledger(ref)).containsExactly("effect.intended", "effect.refused");
  }

  private void refusedAfterALook(LifecycleRef refused) {
    assertThat(house.writes()).isZero();
    assertThat(house.ledger(refused)).containsExactly("effect.refused");
  }
}
