package io.gatehouse.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.Inactivity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for any guest whatsoever, tried on ten thousand. */
class DecisionPropertiesTest {
  private static final int TRIES = 10_000;
  private static final int AFTER_DAYS = 90;

  private final RandomGuests guests = new RandomGuests();

  private static Inactivity judge(GuestFacts guest) {
    return Inactivity.judge(guest, AFTER_DAYS, RandomGuests.NOW);
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

  @Test
  void only_a_stale_guest_without_a_guard_is_ever_acted_upon_in_a_way_that_takes_access_away() {
    Map<Effect, Integer> acted = new EnumMap<>(Effect.class);
    for (int i = 0; i < TRIES; i++) {
      GuestFacts guest = guests.next();
      FreshLook.Sight sight = sight(guest, guard());
      for (Effect effect : new Effect[] {Effect.DISABLE, Effect.SOFT_DELETE}) {
        if (FreshLook.decide(effect, sight) instanceof FreshLook.Act) {
          acted.merge(effect, 1, Integer::sum);
          assertThat(sight.inactivity()).as("%s", guest).isInstanceOf(Inactivity.Stale.class);
          assertThat(sight.guard()).isEmpty();
        }
      }
    }
    assertThat(acted).as("the property was tried at all").hasSize(2);
  }

  @Test
  void adding_a_guard_never_allows_more() {
    for (int i = 0; i < TRIES; i++) {
      GuestFacts guest = guests.next();
      FreshLook.Sight free = sight(guest, Optional.empty());
      for (Guard guard : Guard.values()) {
        var guarded =
            new FreshLook.Sight(
                free.guest(),
                free.inRecycleBin(),
                free.inactivity(),
                Optional.of(guard),
                free.intended());
        for (Effect effect : new Effect[] {Effect.DISABLE, Effect.SOFT_DELETE}) {
          assertThat(FreshLook.decide(effect, guarded))
              .as("%s of %s under %s", effect, guest, guard)
              .isNotInstanceOf(FreshLook.Act.class);
        }
      }
    }
  }

  private Optional<Guard> guard() {
    return guests.coin() ? Optional.empty() : Optional.of(guests.oneOf(Guard.values()));
  }

  private FreshLook.Sight sight(GuestFacts guest, Optional<Guard> guard) {
    return new FreshLook.Sight(
        Optional.of(guest), guests.coin(), judge(guest), guard, guests.coin());
  }
}
