package io.gatehouse.worker.actor;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Message;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Voice;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One running lifecycle, and Olivia, an operator whose key counts. */
abstract class SenderScene {
  static final Sender OLIVIA = new Sender.Proved("olivia", AppRole.OPERATOR);

  TryHouse house;
  TryPeople people;
  SenderProver prover;
  LifecycleRef ann;
  SigningKey olivia;
  Release release;

  @BeforeEach
  void open() {
    house = new TryHouse();
    people = new TryPeople(house);
    prover = new SenderProver(house.house());
    ann = house.opened(NamedGuest.PLAINLY_STALE);
    olivia = people.enrolled("olivia", "OPERATOR");
    release = new Release(ann.openingId(), "act-1");
  }

  @AfterEach
  void close() {
    house.close();
  }

  Decision decision(Choice choice, Voice voice, int round) {
    return new Decision(ann.openingId(), "answer-1", voice, round, choice, null);
  }

  Sender prove(Message message, @Nullable Assertion assertion) {
    return prover.proveSender(check("update-1", message, assertion));
  }

  SenderCheck check(String update, Message message, @Nullable Assertion assertion) {
    return people.check(ann, update, message, assertion);
  }

  Assertion signed(SigningKey key, String subject, AppRole role, Message message) {
    return people.signed(key, subject, role, ann, message);
  }
}
