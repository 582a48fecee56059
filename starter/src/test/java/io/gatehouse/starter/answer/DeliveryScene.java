package io.gatehouse.starter.answer;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Lifecycles that run, and what carries answers to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeliveryScene {
  static final Duration LIMIT = Duration.ofSeconds(10);
  static final Actor OPERATOR = new Actor.Proved(new Person(TestPeople.OLIVIA, AppRole.OPERATOR));
  static final Actor BOB = new Actor.Asked(TestHouse.BOB, 1, Actor.Proof.LINK);

  final TestHouse house = new TestHouse();
  final AnswerDelivery delivery = house.delivery(house.client);

  @BeforeAll
  void work() {
    house.work();
  }

  @AfterAll
  void close() {
    house.close();
  }

  LifecycleRow find(LifecycleRow lifecycle) {
    return house.store.lifecycles().find(lifecycle.openingId()).orElseThrow();
  }

  List<String> bodies(LifecycleRow lifecycle) {
    return house.store.ledger().of(lifecycle.openingId()).stream().map(EntryRow::body).toList();
  }

  List<String> kinds(LifecycleRow lifecycle) {
    return house.store.ledger().of(lifecycle.openingId()).stream().map(EntryRow::kind).toList();
  }
}
