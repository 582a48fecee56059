package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.ledger.DisclosureRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.TryHouse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EffectProtocolTest {
  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);
  private final LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void disable_delete_restore_and_enable_each_happen_once_with_intent_and_proof() {
    EffectOutcome.Done disabled = attempts.done(ref, Effect.DISABLE);
    house.clock().pass(Duration.ofDays(30));
    EffectOutcome.Done deleted = attempts.done(ref, Effect.SOFT_DELETE);
    house.clock().pass(Duration.ofDays(3));
    EffectOutcome.Done restored = attempts.done(ref, Effect.RESTORE);
    EffectOutcome.Done enabled = attempts.done(ref, Effect.ENABLE);

    assertThat(house.tenant().auditLog())
        .extracting(entry -> entry.activity() + " " + entry.requestId() + " at " + entry.at())
        .containsExactly(
            line(AuditEntry.DISABLE, disabled),
            line(AuditEntry.DELETE, deleted),
            line(AuditEntry.RESTORE, restored),
            line(AuditEntry.ENABLE, enabled));
    assertThat(house.entries(ref))
        .extracting(entry -> entry.kind() + " " + entry.entryKey())
        .containsExactly(
            "effect.intended " + ref.openingId() + "/DISABLE/1/intent",
            "effect.proved " + ref.openingId() + "/DISABLE/1/proof",
            "effect.intended " + ref.openingId() + "/SOFT_DELETE/1/intent",
            "effect.proved " + ref.openingId() + "/SOFT_DELETE/1/proof",
            "effect.intended " + ref.openingId() + "/RESTORE/1/intent",
            "effect.proved " + ref.openingId() + "/RESTORE/1/proof",
            "effect.intended " + ref.openingId() + "/ENABLE/1/intent",
            "effect.proved " + ref.openingId() + "/ENABLE/1/proof");
  }

  private static String line(String activity, EffectOutcome.Done done) {
    return activity + " " + done.graphRequestId() + " at " + done.at();
  }

  @Test
  void an_effect_that_is_proved_is_never_tried_again() {
    EffectOutcome.Done first = attempts.done(ref, Effect.DISABLE);
    int calls = house.sandbox().graph().served().size();
    house.clock().pass(Duration.ofHours(1));

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(first);
    assertThat(house.sandbox().graph().served()).hasSize(calls);
  }

  @Test
  void asked_again_after_a_reset_the_store_shows_what_is_proved() {
    attempts.done(ref, Effect.DISABLE);
    LifecycleRow proved = house.lifecycle(ref);
    house
        .store()
        .lifecycles()
        .stage(UUID.fromString(ref.openingId()), "RESERVED", "a slot", house.now());
    house.clock().pass(Duration.ofHours(1));

    attempts.done(ref, Effect.DISABLE);

    assertThat(house.lifecycle(ref)).isEqualTo(proved);
  }

  @Test
  void before_and_after_stand_in_the_ledger_and_memberships_only_as_commitments() {
    attempts.once(ref, Effect.DISABLE);

    EntryRow intent = house.entries(ref).getFirst();
    EntryRow proof = house.entries(ref).getLast();
    assertThat(body(intent))
        .containsEntry("accountEnabled", "true")
        .containsEntry("inDirectory", true)
        .containsEntry("holdings", 2);
    assertThat(body(proof)).containsEntry("accountEnabled", "false").containsEntry("missing", 0);
    String group =
        house.tenant().membershipsOf(ref.guestId()).stream().map(Membership::id).findFirst().get();
    for (EntryRow entry : List.of(intent, proof)) {
      assertThat(entry.body()).doesNotContain(group).doesNotContain(ref.guestId());
      assertThat(disclosed(entry)).containsEntry("guestId", ref.guestId());
    }
    assertThat(disclosed(intent).get("held")).contains("GROUP:" + group, "SPONSOR:");
  }

  @Test
  void the_lifecycles_page_names_the_day_that_the_proof_starts() {
    EffectOutcome.Done disabled = attempts.done(ref, Effect.DISABLE);

    assertThat(house.lifecycle(ref).stage()).isEqualTo("DISABLED");
    assertThat(house.lifecycle(ref).nextAt()).isAfterOrEqualTo(disabled.at().plus(graceDays(30)));

    house.clock().pass(Duration.ofDays(31));
    EffectOutcome.Done deleted = attempts.done(ref, Effect.SOFT_DELETE);

    assertThat(house.lifecycle(ref).stage()).isEqualTo("DELETED");
    assertThat(house.lifecycle(ref).nextAt()).isEqualTo(deleted.at().plus(graceDays(30)));
  }

  private static Duration graceDays(int days) {
    return Duration.ofDays(days);
  }

  @SuppressWarnings("unchecked") // a JSON object's keys are strings
  private static Map<String, Object> body(EntryRow entry) {
    return Wire.read(entry.body(), Map.class);
  }

  private Map<String, String> disclosed(EntryRow entry) {
    return house.store().ledger().disclosures(entry.entryKey()).stream()
        .collect(Collectors.toMap(DisclosureRow::field, DisclosureRow::value));
  }
}
