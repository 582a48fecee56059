package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.database.Database;
import io.gatehouse.worker.house.TryHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process ends between two steps. What a kill leaves behind is what was committed and what the
 * directory was told until then: the database or the directory fails at that point, and nothing
 * after it runs.
 */
class EffectKilledTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final TryHouse house = new TryHouse(DATABASE);
  private final Attempts attempts = new Attempts(house);
  private final LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);

  @AfterEach
  void stop() {
    house.close();
  }

  @AfterAll
  static void drop() {
    DATABASE.close();
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void between_look_and_intent_nothing_has_happened(Effect effect) {
    attempts.prepare(ref.guestId(), effect);
    killAt("evidence.entry", "new.kind = 'effect.intended'", effect);

    assertThat(house.audit(ref.guestId())).doesNotContain(Attempts.activity(effect));
    assertThat(house.ledger(ref)).isEmpty();
    onceAfterAll(effect);
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void between_intent_and_act_only_the_intent_is_there(Effect effect) {
    attempts.prepare(ref.guestId(), effect);
    house
        .sandbox()
        .graph()
        .faults()
        .inject(Attempts.method(effect), ".", 1, new Fault.ConnectionCut(Moment.BEFORE_THE_EFFECT));

    assertThatThrownBy(() -> attempts.once(ref, effect)).isInstanceOf(RuntimeException.class);

    assertThat(house.audit(ref.guestId())).doesNotContain(Attempts.activity(effect));
    assertThat(house.ledger(ref)).containsExactly("effect.intended");
    onceAfterAll(effect);
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void between_act_and_proof_the_effect_is_there_without_proof(Effect effect) {
    attempts.prepare(ref.guestId(), effect);
    killAt("evidence.entry", "new.kind = 'effect.proved'", effect);

    assertThat(house.audit(ref.guestId())).containsOnlyOnce(Attempts.activity(effect));
    assertThat(house.ledger(ref)).containsExactly("effect.intended");
    onceAfterAll(effect);
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"DISABLE", "SOFT_DELETE"})
  void proof_and_read_model_stand_or_fall_together(Effect effect) {
    attempts.prepare(ref.guestId(), effect);
    String stage = house.lifecycle(ref).stage();
    killAt("gatehouse.lifecycle", "new.stage <> old.stage", effect);

    assertThat(house.ledger(ref)).containsExactly("effect.intended");
    assertThat(house.lifecycle(ref).stage()).isEqualTo(stage);
    onceAfterAll(effect);
  }

  private void onceAfterAll(Effect effect) {
    EffectOutcome outcome = attempts.untilNoFailure(ref, effect);

    assertThat(outcome).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.audit(ref.guestId())).containsOnlyOnce(Attempts.activity(effect));
    assertThat(house.ledger(ref)).containsExactly("effect.intended", "effect.proved");
    assertThat(attempts.once(ref, effect)).isEqualTo(outcome);
  }

  /** One attempt during which PostgreSQL refuses this very write. */
  private void killAt(String table, String when, Effect effect) {
    String event = table.endsWith("entry") ? "insert" : "update";
    try (Database owner = DATABASE.as(TestDatabase.OWNER)) {
      owner
          .jdbc()
          .sql(
              """
              create or replace function public.kill() returns trigger language plpgsql as
              $$ begin raise exception 'the process ends here'; end $$
              """)
          .update();
      owner
          .jdbc()
          .sql(
              "create trigger kill before %s on %s for each row when (%s) execute function public.kill()"
                  .formatted(event, table, when))
          .update();
      try {
        assertThatThrownBy(() -> attempts.once(ref, effect))
            .hasStackTraceContaining("the process ends here");
      } finally {
        owner.jdbc().sql("drop trigger kill on " + table).update();
      }
    }
  }
}
