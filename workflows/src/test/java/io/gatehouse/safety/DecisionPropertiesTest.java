package io.gatehouse.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.DueRules;
import io.gatehouse.guest.Evidence;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.GuestHistory;
import io.gatehouse.guest.Inactivity;
import io.gatehouse.guest.SignIns;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.Policy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for any guest's dates whatsoever, tried on ten thousand. */
class DecisionPropertiesTest {
  private static final int TRIES = 10_000;
  private static final int AFTER_DAYS = 90;
  private static final Policy POLICY = Policies.with(Policies.TRIGGERS);

  private final RandomGuests guests = new RandomGuests();

  private static Inactivity judge(GuestFacts guest) {
    return Inactivity.judge(guest, AFTER_DAYS, RandomGuests.NOW);
  }

  /** The trigger, if it is one that goes by the guest's own record. */
  private static Optional<Trigger> dueByRecord(GuestFacts guest, GuestHistory history) {
    return DueRules.due(guest, history, POLICY, Policies.TODAY, RandomGuests.NOW)
        .filter(Trigger::mayEndInSilence);
  }

  @Test
  void a_newer_sign_in_never_makes_a_guest_stale_who_was_not() {
    for (int i = 0; i < TRIES; i++) {
      GuestFacts before = guests.next();
      GuestFacts after = guests.afterNewerSignIn(before);
      if (judge(before) instanceof Inactivity.Active) {
        assertThat(judge(after))
            .as("%s, then %s", before, after)
            .isInstanceOf(Inactivity.Active.class);
      }
      if (judge(before) instanceof Inactivity.Stale was
          && judge(after) instanceof Inactivity.Stale is) {
        assertThat(is.lastActivity()).as("%s", after).isAfterOrEqualTo(was.lastActivity());
      }
    }
  }

  @Test
  void a_higher_threshold_never_makes_a_guest_stale_who_was_not() {
    for (int i = 0; i < TRIES; i++) {
      GuestFacts guest = guests.next();
      if (Inactivity.judge(guest, 180, RandomGuests.NOW) instanceof Inactivity.Stale) {
        assertThat(judge(guest)).as("%s", guest).isInstanceOf(Inactivity.Stale.class);
      }
    }
  }

  /** The first date a guest ever shows may be an old one: only those who show one are compared. */
  @Test
  void a_newer_sign_in_never_makes_a_guest_due_who_was_not() {
    Map<Trigger, Integer> due = new EnumMap<>(Trigger.class);
    for (int i = 0; i < TRIES; i++) {
      GuestFacts before = guests.next();
      GuestHistory history = guests.history();
      Optional<Trigger> then =
          dueByRecord(guests.afterNewerSignIn(before), history)
              .filter(_ -> before.signIns().newest().isPresent());
      if (then.isPresent()) {
        assertThat(dueByRecord(before, history)).as("%s", before).isPresent();
        due.merge(then.get(), 1, Integer::sum);
      }
    }
    assertThat(due).as("the property was tried at all").containsKey(Trigger.INACTIVE);
  }

  @Test
  void a_sign_in_within_the_threshold_leaves_nothing_that_silence_could_end() {
    for (int i = 0; i < TRIES; i++) {
      GuestFacts guest = guests.afterSignInWithin(guests.next(), AFTER_DAYS);

      assertThat(dueByRecord(guest, guests.history())).as("%s", guest).isEmpty();
    }
  }

  @Test
  void a_doubt_never_makes_evidence_that_was_not_there() {
    Map<Trigger, Integer> held = new EnumMap<>(Trigger.class);
    for (int i = 0; i < TRIES; i++) {
      GuestFacts guest = guests.next();
      Trigger trigger = guests.oneOf(Trigger.values());
      boolean holds = holds(trigger, guest, true);
      held.merge(trigger, holds ? 1 : 0, Integer::sum);
      for (SignIns.Doubt doubt : SignIns.Doubt.values()) {
        if (doubt.compareTo(guest.signIns().doubt()) > 0) {
          assertThat(holds(trigger, withDoubt(guest, doubt), true) && !holds)
              .as("%s of %s under %s", trigger, guest, doubt)
              .isFalse();
        }
      }
      assertThat(holds(trigger, guest, false) && !holds).as("%s, no dates shown", guest).isFalse();
    }
    assertThat(held.values()).as("the property was tried at all").hasSize(6).allMatch(n -> n > 0);
  }

  private static boolean holds(Trigger trigger, GuestFacts guest, boolean datesAreShown) {
    return Evidence.of(trigger, guest, 30, datesAreShown, RandomGuests.NOW)
        instanceof Evidence.Holds;
  }

  private static GuestFacts withDoubt(GuestFacts guest, SignIns.Doubt doubt) {
    SignIns dates = guest.signIns();
    return new GuestFacts(
        guest.guestId(),
        guest.userType(),
        guest.accountEnabled(),
        guest.created(),
        guest.externalUserState(),
        guest.stateChanged(),
        guest.onPremisesSynced(),
        guest.managementRestricted(),
        new SignIns(dates.interactive(), dates.nonInteractive(), dates.successful(), doubt));
  }
}
