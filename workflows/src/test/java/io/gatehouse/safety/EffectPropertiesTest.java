package io.gatehouse.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Evidence;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Policies;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for the look at the moment of any effect, tried on ten thousand. */
class EffectPropertiesTest {
  private static final int TRIES = 10_000;
  private static final List<Effect> TAKING = List.of(Effect.DISABLE, Effect.SOFT_DELETE);
  private static final List<Effect> GIVING = List.of(Effect.RESTORE, Effect.ENABLE);

  private final RandomGuests guests = new RandomGuests();

  private record Scene(GuestFacts guest, Surroundings around, Ground ground, Evidence evidence) {
    boolean acts(Effect effect) {
      return effect.takesAway() && decide(effect, findings()) instanceof FreshLook.Act;
    }

    Guards.Finding findings() {
      return Guards.of(guest, around, ground, List.of(), Policies.TODAY);
    }

    FreshLook decide(Effect effect, Guards.Finding findings) {
      return FreshLook.decide(
          effect, new FreshLook.Sight(Optional.of(guest), false, evidence, findings, false));
    }

    Scene surroundedBy(Surroundings other) {
      return new Scene(guest, other, ground, evidence);
    }
  }

  private Scene scene() {
    return new Scene(guests.next(), guests.surroundings(), guests.ground(), guests.evidence());
  }

  @Test
  void access_is_only_taken_where_the_evidence_holds_and_no_guard_and_no_doubt_speaks() {
    Map<Effect, Integer> acted = new EnumMap<>(Effect.class);
    for (int i = 0; i < TRIES; i++) {
      Scene scene = scene();
      for (Effect effect : TAKING) {
        if (scene.acts(effect)) {
          acted.merge(effect, 1, Integer::sum);
          assertThat(scene.evidence()).as("%s", scene).isInstanceOf(Evidence.Holds.class);
          assertThat(scene.guest().isGuest()).as("%s", scene).isTrue();
          assertThat(scene.around())
              .as("nothing surrounds %s but perhaps mail", scene)
              .isIn(Surroundings.none(), RandomGuests.ONLY_MAIL);
        }
      }
    }
    assertThat(acted).as("the property was tried at all").hasSize(2);
  }

  @Test
  void one_more_thing_around_a_guest_never_allows_more() {
    int allowed = 0;
    for (int i = 0; i < TRIES; i++) {
      Scene scene = scene();
      Scene more = scene.surroundedBy(guests.more(scene.around()));
      for (Effect effect : TAKING) {
        allowed += scene.acts(effect) ? 1 : 0;
        assertThat(more.acts(effect) && !scene.acts(effect)).as("%s", more).isFalse();
      }
    }
    assertThat(allowed).as("the property was tried at all").isPositive();
  }

  @Test
  void whoever_may_only_use_mail_goes_on_somebodys_word_only() {
    for (int i = 0; i < TRIES; i++) {
      Scene scene = scene();
      for (Effect effect : TAKING) {
        if (scene.acts(effect) && scene.around().inMailEnabledGroup()) {
          assertThat(scene.ground().spoken()).as("%s", scene).isTrue();
        }
      }
    }
  }

  @Test
  void without_a_word_only_a_trigger_of_the_guests_own_record_takes_access() {
    for (int i = 0; i < TRIES; i++) {
      Scene scene = scene();
      for (Effect effect : TAKING) {
        if (scene.acts(effect) && !scene.ground().spoken()) {
          assertThat(scene.ground().silenceCounts()).as("%s", scene).isTrue();
          assertThat(scene.ground().trigger().mayEndInSilence()).as("%s", scene).isTrue();
        }
      }
    }
  }

  @Test
  void any_guard_and_any_doubt_stops_what_takes_access() {
    for (int i = 0; i < TRIES; i++) {
      Scene scene = scene();
      for (Effect effect : TAKING) {
        for (Guard guard : Guard.values()) {
          assertThat(scene.decide(effect, new Guards.Finding.Refused(guard)))
              .as("%s under %s", scene, guard)
              .isNotInstanceOf(FreshLook.Act.class);
        }
        assertThat(scene.decide(effect, new Guards.Finding.Unclear("no answer")))
            .isNotInstanceOf(FreshLook.Act.class);
      }
    }
  }

  @Test
  void giving_back_asks_neither_guards_nor_evidence() {
    for (int i = 0; i < TRIES; i++) {
      Scene scene = scene();
      var free =
          new Scene(scene.guest(), Surroundings.none(), scene.ground(), new Evidence.Holds());
      for (Effect effect : GIVING) {
        assertThat(scene.decide(effect, scene.findings()))
            .as("%s", scene)
            .isEqualTo(free.decide(effect, new Guards.Finding.Clear()));
      }
    }
  }

  @Test
  void an_exclusion_that_ends_never_takes_access_whatever_anybody_said() {
    for (int i = 0; i < TRIES; i++) {
      Scene scene = scene();
      var about = new Ground(Trigger.EXCLUSION_ENDS, guests.coin(), guests.coin());
      var asked = new Scene(scene.guest(), scene.around(), about, scene.evidence());

      assertThat(TAKING).as("%s", asked).noneMatch(asked::acts);
    }
  }
}
