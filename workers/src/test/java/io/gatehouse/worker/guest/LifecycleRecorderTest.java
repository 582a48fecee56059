package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.safety.EffectPerformer;
import io.gatehouse.worker.safety.SlotReserver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleRecorderTest {
  private final TryHouse house = new TryHouse();
  private final LifecycleRecorder recorder = new LifecycleRecorder(house.house());
  private final LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);
  private final UUID openingId = UUID.fromString(ref.openingId());

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(value = Outcome.class, names = "KEPT", mode = EXCLUDE)
  void every_end_closes_the_row_moves_the_guest_and_is_in_the_ledger(Outcome outcome) {
    recorder.close(ref, new Closing(outcome, "because", null));

    LifecycleRow row = house.lifecycle(ref);
    assertThat(row.isOpen()).isFalse();
    assertThat(row.stage()).isEqualTo("CLOSED");
    assertThat(row.outcome()).isEqualTo(outcome.name());
    assertThat(guest().standing()).isEqualTo(outcome.standing().name());
    assertThat(guest().notBefore()).isEqualTo(house.now().plus(Duration.ofDays(30)));
    assertThat(house.ledger(ref)).containsExactly("lifecycle.closed");
    assertThat(house.entries(ref).getFirst().body())
        .contains("\"outcome\":\"" + outcome + "\"", "\"keptUntil\":\"none\"");
  }

  @Test
  void a_kept_guest_is_kept_to_the_end_of_that_day_in_the_policys_zone() {
    recorder.close(ref, new Closing(Outcome.KEPT, "kept", LocalDate.of(2026, 7, 31)));

    assertThat(guest().keptUntil()).isEqualTo(Instant.parse("2026-07-31T22:00:00Z"));
    assertThat(guest().standing()).isEqualTo("KEPT");
    assertThat(guest().standingReason()).isEqualTo("kept until 2026-07-31");
    assertThat(guest().notBefore()).isNull();
  }

  @Test
  void who_is_kept_was_vouched_for_today_and_nobody_else_was() {
    recorder.close(ref, new Closing(Outcome.KEPT, "kept", LocalDate.of(2026, 7, 31)));
    assertThat(guest().attestedAt()).isEqualTo(house.now());

    LifecycleRef other = house.due(NamedGuest.NO_SPONSOR);
    recorder.close(other, new Closing(Outcome.STOOD_DOWN, "came back", null));
    assertThat(house.store().guests().find(other.guestId()).orElseThrow().attestedAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "EXCLUSION_LAPSES, EXEMPT, 2026-04-16T22:00:00Z",
    "EXCLUSION_LAPSES, STOOD_DOWN, 2026-04-16T22:00:00Z",
    "PLAINLY_STALE, EXEMPT, 2026-04-01T08:00:00Z",
    "PLAINLY_STALE, RESTORED, 2026-04-01T08:00:00Z",
    "PLAINLY_STALE, FAILED, 2026-04-01T08:00:00Z"
  })
  void a_question_about_an_exclusion_is_not_put_again_before_its_end_others_after_a_month(
      NamedGuest who, Outcome outcome, Instant notBefore) {
    LifecycleRef of = house.opened(who, Trigger.EXCLUSION_ENDS);

    recorder.close(of, new Closing(outcome, "because", null));

    assertThat(house.store().guests().find(of.guestId()).orElseThrow().notBefore())
        .isEqualTo(notBefore);
  }

  @Test
  void an_exclusion_that_came_while_something_else_was_asked_leaves_its_own_question_open() {
    LifecycleRef of = house.opened(NamedGuest.EXCLUSION_LAPSES, Trigger.INACTIVE);

    recorder.close(of, new Closing(Outcome.EXEMPT, "the policy excludes the guest", null));

    assertThat(house.store().guests().find(of.guestId()).orElseThrow().notBefore())
        .isEqualTo("2026-04-01T08:00:00Z");
  }

  @Test
  void an_exclusion_that_somebody_vouched_for_keeps_the_guest_beyond_its_end() {
    LifecycleRef of = house.opened(NamedGuest.EXCLUSION_ATTESTED, Trigger.EXCLUSION_ENDS);

    recorder.close(of, new Closing(Outcome.KEPT, "kept", LocalDate.of(2026, 7, 31)));

    GuestRow row = house.store().guests().find(of.guestId()).orElseThrow();
    assertThat(row.keptUntil()).isEqualTo(Instant.parse("2026-07-31T22:00:00Z"));
    assertThat(row.notBefore()).isNull();
  }

  @Test
  void closing_again_after_a_crash_is_one_end() {
    var closing = new Closing(Outcome.GONE, "somebody else deleted the account", null);
    recorder.close(ref, closing);
    LifecycleRow first = house.lifecycle(ref);
    house.clock().pass(Duration.ofMinutes(1));
    recorder.close(ref, closing);

    assertThat(house.lifecycle(ref)).isEqualTo(first);
    assertThat(house.ledger(ref)).containsExactly("lifecycle.closed");
  }

  @Test
  void an_end_settles_every_question() {
    house.store().questions().ask(QuestionRow.asked(openingId, 1, "a", "SPONSOR", house.now()));
    house.store().questions().ask(QuestionRow.asked(openingId, 2, "b", "MANAGER", house.now()));

    recorder.close(ref, new Closing(Outcome.GONE, "gone", null));

    assertThat(house.store().questions().of(openingId))
        .allMatch(question -> house.now().equals(question.settledAt()));
  }

  @Test
  void a_slot_that_was_not_used_is_given_back_and_a_used_one_is_not() {
    var disable = new EffectOrder(ref, Effect.DISABLE, 1);
    var delete = new EffectOrder(ref, Effect.SOFT_DELETE, 1);
    var reserver = new SlotReserver(house.house());
    reserver.reserve(disable);
    new EffectPerformer(house.house(), house.looker(), house.writer()).perform(disable);
    reserver.reserve(delete);

    recorder.close(ref, new Closing(Outcome.STOOD_DOWN, "came back", null));

    var reservations = house.store().reservations();
    assertThat(reservations.find(openingId, "DISABLE", 1).orElseThrow().releasedAt()).isNull();
    assertThat(reservations.find(openingId, "SOFT_DELETE", 1).orElseThrow().releasedAt())
        .isEqualTo(house.now());
  }

  @Test
  void parked_shows_the_reason_and_is_in_the_ledger_each_time() {
    recorder.park(ref, "Graph refused for good");
    house.clock().pass(Duration.ofHours(1));
    recorder.park(ref, "Graph refused again");

    assertThat(house.lifecycle(ref).needsOperator()).isTrue();
    assertThat(house.lifecycle(ref).operatorReason()).isEqualTo("Graph refused again");
    assertThat(house.ledger(ref)).containsExactly("lifecycle.parked", "lifecycle.parked");
  }

  @Test
  void waiting_for_the_gate_is_found_by_whoever_opens_it() {
    recorder.waitForGate(ref, "somebody paused");

    assertThat(house.store().lifecycleList().waitingForGate())
        .extracting(LifecycleRow::openingId)
        .containsExactly(openingId);
  }

  @Test
  void the_sum_stays_the_sum() {
    house.due(NamedGuest.NO_SPONSOR);
    recorder.close(ref, new Closing(Outcome.REMOVED, "removed", null));

    assertThat(house.store().guestList().byStanding())
        .isEqualTo(Map.of("REMOVED", 1L, "IN_PROGRESS", 1L));
  }

  private GuestRow guest() {
    return house.store().guests().find(ref.guestId()).orElseThrow();
  }
}
