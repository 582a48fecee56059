package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Outcome;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.store.lifecycle.LifecycleRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody cancels in Temporal while an effect is under way. */
class CancelledEffectTest {
  private static RealHouse real;

  @BeforeAll
  static void start() {
    real = RealHouse.start();
    real.openLifecycles();
  }

  @AfterAll
  static void stop() {
    if (real != null) {
      real.close();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"PLAINLY_STALE, BEFORE_THE_EFFECT, 0", "OTHER_MAIL, AFTER_THE_EFFECT, 1"})
  void a_cancelled_effect_whose_answer_is_awaited_closes_as_failed_for_a_person_to_look(
      NamedGuest guest, Moment moment, long disables) {
    real.house()
        .sandbox()
        .graph()
        .faults()
        .inject("PATCH", "^/users/" + real.idOf(guest) + "$", 99, new Fault.ConnectionCut(moment));
    real.say(guest, new Act.Remove("the project ended"));
    RealHouse.until(() -> intended(guest));

    real.workflow(guest).cancel();

    LifecycleRow closed = real.await(guest, row -> !row.isOpen());
    assertThat(closed.outcome()).isEqualTo(Outcome.FAILED.name());
    assertThat(closed.outcomeReason()).contains("cancelled in Temporal");
    assertThat(real.house().sandbox().tenant().auditLog())
        .filteredOn(entry -> entry.activity().equals(AuditEntry.DISABLE))
        .filteredOn(entry -> entry.targetId().equals(real.idOf(guest)))
        .hasSize((int) disables);
  }

  private static boolean intended(NamedGuest guest) {
    return real.house().store().ledger().of(real.newest(guest).orElseThrow().openingId()).stream()
        .anyMatch(entry -> entry.kind().equals("effect.intended"));
  }
}
