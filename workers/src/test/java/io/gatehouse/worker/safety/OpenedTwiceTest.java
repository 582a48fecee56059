package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.house.TryHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same guest, a year later: nothing of the first opening reaches the second. */
class OpenedTwiceTest {
  private final TryHouse house = new TryHouse();
  private final LifecycleRef first = house.due(NamedGuest.PLAINLY_STALE);
  private Instant firstSlot = Instant.EPOCH;
  private LifecycleRef second = first;

  @BeforeEach
  void a_year_passes() {
    firstSlot = new SlotReserver(house.house()).reserve(Attempts.order(first, Effect.DISABLE));
    var attempts = new Attempts(house);
    attempts.done(first, Effect.DISABLE);
    attempts.done(first, Effect.ENABLE);
    house.answered(first, null, Choice.KEEP.name());
    new LifecycleRecorder(house.house())
        .close(first, new Closing(Outcome.STOOD_DOWN, "given back", null));
    house.clock().pass(Duration.ofDays(365));
    second = house.told(house.removed(house.opened(first.guestId(), Trigger.INACTIVE)));
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void an_old_proof_proves_nothing_about_the_new_opening() {
    assertThat(second.openingId()).isNotEqualTo(first.openingId());
    assertThat(house.ledger(second)).isEmpty();

    EffectOutcome.Done again = new Attempts(house).done(second, Effect.DISABLE);

    assertThat(house.audit(second.guestId()))
        .containsExactly(AuditEntry.DISABLE, AuditEntry.ENABLE, AuditEntry.DISABLE);
    assertThat(again.at()).isEqualTo(house.now());
    assertThat(house.ledger(second)).containsExactly("effect.intended", "effect.proved");
  }

  @Test
  void an_old_intent_makes_nobodys_disable_ours() {
    new Attempts(house).prepare(second.guestId(), Effect.ENABLE);

    assertThat(new Attempts(house).once(second, Effect.DISABLE))
        .isEqualTo(new EffectOutcome.WorldChanged(Change.DISABLED_BY_OTHERS));
  }

  @Test
  void an_old_answer_that_was_never_heard_neither_stops_nor_decides_the_new_opening() {
    assertThat(house.store().answers().pendingFor(UUID.fromString(first.openingId()))).isEqualTo(1);

    assertThat(new Attempts(house).once(second, Effect.DISABLE))
        .isInstanceOf(EffectOutcome.Done.class);
  }

  @Test
  void an_old_reservation_is_no_slot_for_the_new_opening() {
    Instant slot = new SlotReserver(house.house()).reserve(Attempts.order(second, Effect.DISABLE));

    assertThat(slot).isAfterOrEqualTo(house.now()).isAfter(firstSlot);
  }

  @Test
  void the_closed_opening_keeps_its_outcome_when_late_steps_arrive() {
    new SlotReserver(house.house()).reserve(Attempts.order(first, Effect.SOFT_DELETE));

    assertThat(house.lifecycle(first).stage()).isEqualTo("CLOSED");
    assertThat(house.lifecycle(first).outcome()).isEqualTo("STOOD_DOWN");
    assertThat(house.lifecycle(second).isOpen()).isTrue();
  }
}
