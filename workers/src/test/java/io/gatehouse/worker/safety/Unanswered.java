package io.gatehouse.worker.safety;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Mode;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.worker.house.TryHouse;
import java.util.UUID;

/**
 * A lifecycle in which the guest was told and nobody said a word; who was asked is added. Whether
 * silence may count stands in its plan.
 */
record Unanswered(TryHouse house, LifecycleRef ref, int rounds) {

  static Unanswered about(TryHouse house, NamedGuest guest, Trigger trigger) {
    return new Unanswered(house, house.told(house.opened(guest, trigger)), 0);
  }

  /** One more person was asked, whom the question has not reached. */
  Unanswered asked(String role) {
    return asked("somebody", role);
  }

  Unanswered asked(String sponsorId, String role) {
    house
        .store()
        .questions()
        .ask(QuestionRow.asked(openingId(), rounds + 1, sponsorId, role, house.now()));
    return new Unanswered(house, ref, rounds + 1);
  }

  /** The last question reached its person. */
  Unanswered delivered() {
    house.store().questions().delivered(openingId(), rounds, house.now(), Mode.ENFORCE.name());
    return this;
  }

  private UUID openingId() {
    return UUID.fromString(ref.openingId());
  }
}
