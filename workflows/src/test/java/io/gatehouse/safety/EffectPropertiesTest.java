package io.gatehouse.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Evidence;
import io.gatehouse.guest.Trigger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for the look at the moment of any effect, tried on ten thousand. */
class EffectPropertiesTest {
  private static final int TRIES = 10_000;
  private static final List<Effect> TAKING = List.of(Effect.DISABLE, Effect.SOFT_DELETE);
  private static final List<Effect> GIVING = List.of(Effect.RESTORE, Effect.ENABLE);

  private final RandomGuests guests = new RandomGuests();

  private EffectScene scene() {
    return EffectScene.of(guests);
  }

  @Test
  void access_is_only_taken_where_the_evidence_holds_and_no_guard_and_no_doubt_speaks() {
    Map<Effect, Integer> acted = new EnumMap<>(Effect.class);
    for (int i = 0; i < TRIES; i++) {
      EffectScene scene = scene();
      for (Effect effect : TAKING) {
        if (scene.acts(effect)) {
          acted.merge(effect, 1, Integer::sum);
          assertThat(scene.evidence()).as("%s", scene).isInstanceOf(Evidence.Holds.class);
          assertThat(scene.present()).as("%s", scene).isTrue();
          assertThat(scene.guest().isGuest()).as("%s", scene).isTrue();
          assertThat(scene.guest().onPremisesSynced()).as("%s", scene).isFalse();
          assertThat(scene.guest().managementRestricted()).as("%s", scene).isFalse();
          assertThat(scene.excluded()).as("%s", scene).isFalse();
          assertThat(scene.around())
              .as("nothing surrounds %s but perhaps mail", scene)
              .isIn(Surroundings.none(), RandomGuests.ONLY_MAIL);
        }
      }
    }
    assertThat(acted).as("the property was tried at all").hasSize(2);
  }

  @Test
  void one_more_thing_that_speaks_against_it_never_allows_more() {
    var tried = new TreeSet<String>();
    var stopped = new TreeSet<String>();
    for (int i = 0; i < TRIES; i++) {
      EffectScene scene = scene();
      for (var more : scene.withOneThingMore().entrySet()) {
        tried.add(more.getKey());
        for (Effect effect : TAKING) {
          boolean acts = more.getValue().acts(effect);
          assertThat(acts && !scene.acts(effect)).as("%s", more).isFalse();
          if (scene.acts(effect) && !acts) {
            stopped.add(more.getKey());
          }
        }
      }
    }
    assertThat(stopped).as("each thing came to a guest who would have been taken").isEqualTo(tried);
  }

  @Test
  void whoever_may_only_use_mail_goes_on_somebodys_word_only() {
    for (int i = 0; i < TRIES; i++) {
      EffectScene scene = scene();
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
      EffectScene scene = scene();
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
      EffectScene scene = scene();
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
    Map<Effect, Integer> actedInSpite = new EnumMap<>(Effect.class);
    for (int i = 0; i < TRIES; i++) {
      EffectScene scene = scene();
      for (Effect effect : GIVING) {
        assertThat(scene.decide(effect, scene.findings()))
            .as("%s", scene)
            .isEqualTo(scene.free().decide(effect, new Guards.Finding.Clear()));
        if (scene.acts(effect)
            && !(scene.findings() instanceof Guards.Finding.Clear)
            && !(scene.evidence() instanceof Evidence.Holds)) {
          actedInSpite.merge(effect, 1, Integer::sum);
        }
      }
    }
    assertThat(actedInSpite.keySet()).containsExactlyElementsOf(GIVING);
    assertThat(actedInSpite.values())
        .as("giving back was tried in spite of both, not only refused")
        .allMatch(times -> times > TRIES / 20);
  }

  @Test
  void what_is_restored_was_in_the_recycle_bin_and_not_in_the_directory() {
    int restored = 0;
    for (int i = 0; i < TRIES; i++) {
      EffectScene scene = scene();
      boolean waits = scene.inRecycleBin() && !scene.present();
      assertThat(scene.acts(Effect.RESTORE)).as("%s", scene).isEqualTo(waits);
      restored += waits ? 1 : 0;
    }
    assertThat(restored).as("the property was tried at all").isGreaterThan(TRIES / 20);
  }

  @Test
  void an_exclusion_that_ends_never_takes_access_whatever_anybody_said() {
    for (int i = 0; i < TRIES; i++) {
      EffectScene scene = scene();
      var about = new Ground(Trigger.EXCLUSION_ENDS, guests.coin(), guests.coin());
      EffectScene asked = scene.about(about);

      assertThat(TAKING).as("%s", asked).noneMatch(asked::acts);
    }
  }
}
