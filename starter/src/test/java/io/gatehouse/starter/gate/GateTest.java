package io.gatehouse.starter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.NotAllowed;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.ledger.EntryRow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person closes the gate; two, and no fewer, open it. */
class GateTest {
  private static TestHouse house;
  private static Gate gate;

  @BeforeAll
  static void open() {
    house = new TestHouse();
    gate = new Gate(house.store, house.clock);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void closed() {
    house.clock.pass(Duration.ofDays(2));
    gate.close("something looks odd", house.people.olivia);
  }

  @Test
  void one_asks_and_an_approver_approves() {
    gate.ask("all is well", house.people.olivia);
    assertThat(isOpen()).isFalse();
    gate.approve(house.people.erik);

    assertThat(isOpen()).isTrue();
    EntryRow opened =
        house.store.ledger().find("gate/" + requestOfOpened() + "/opened").orElseThrow();
    assertThat(opened.body()).contains("by two people").doesNotContain(TestPeople.ERIK);
    assertThat(house.store.ledger().disclosures(opened.entryKey()))
        .extracting(row -> row.value())
        .contains(TestPeople.ERIK, TestPeople.OLIVIA, "all is well");
  }

  @Test
  void nobody_approves_what_they_asked_for_with_whatever_proves_them() {
    gate.ask("all is well", house.people.erik);
    var onThePages = new Hand(new Person(TestPeople.ERIK, AppRole.APPROVER), house.people.pages);

    assertThatThrownBy(() -> gate.approve(house.people.erik)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> gate.approve(onThePages))
        .hasMessageStartingWith("You have asked yourself");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void an_operator_does_not_approve_and_an_auditor_does_not_even_ask() {
    gate.ask("all is well", house.people.erik);

    assertThatThrownBy(() -> gate.approve(house.people.olivia))
        .hasMessageStartingWith("The role Operator may not do this");
    var auditor = new Hand(new Person("audrey", AppRole.AUDITOR), house.people.pages);
    assertThatThrownBy(() -> gate.close("x", auditor)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> gate.approve(auditor)).isInstanceOf(NotAllowed.class);
    assertThat(isOpen()).isFalse();
  }

  @Test
  void a_second_request_is_no_approval() {
    gate.ask("all is well", house.people.olivia);

    assertThatThrownBy(() -> gate.ask("me too", house.people.erik))
        .hasMessageStartingWith("Somebody else has asked already");
  }

  @Test
  void a_request_holds_for_a_day() {
    gate.ask("all is well", house.people.olivia);
    house.clock.pass(Duration.ofHours(24));

    assertThatThrownBy(() -> gate.approve(house.people.erik))
        .hasMessageStartingWith("Nobody has asked");
  }

  @Test
  void a_gate_that_is_closed_again_takes_the_request_back_whoever_closes_it() {
    gate.ask("all is well", house.people.olivia);
    house.clock.pass(Duration.ofMinutes(1));
    gate.closeUnproved("no, look", "somebody");
    assertThatThrownBy(() -> gate.approve(house.people.erik))
        .hasMessageStartingWith("Nobody has asked");

    gate.ask("now all is well", house.people.olivia);
    house.store.safety().closeGate("unfit scan", house.clock.instant(), "scan");
    assertThatThrownBy(() -> gate.approve(house.people.erik))
        .hasMessageStartingWith("Nobody has asked");
  }

  @Test
  void a_person_who_is_not_proved_opens_nothing() {
    var mallory = new Hand(new Person("mallory", AppRole.APPROVER), house.people.olivia.signer());
    gate.ask("all is well", house.people.olivia);

    assertThatThrownBy(() -> gate.approve(mallory))
        .hasMessage(
            "Who you are is not proved: the key belongs to somebody else, or to another role.");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void however_many_try_at_once_the_gate_opens_once_and_by_two() throws Exception {
    List<Callable<String>> everybody =
        List.of(
            () -> attempt(() -> gate.ask("one", house.people.erik)),
            () -> attempt(() -> gate.ask("two", house.people.ada)),
            () -> attempt(() -> gate.approve(house.people.erik)),
            () -> attempt(() -> gate.approve(house.people.ada)),
            () -> attempt(() -> gate.approve(house.people.erik)),
            () -> attempt(() -> gate.approve(house.people.ada)));
    int before = count("gate.opened");
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (Future<String> each : threads.invokeAll(everybody)) {
        assertThat(each.get()).isNotNull();
      }
    }
    int opened = count("gate.opened") - before;

    assertThat(opened).isEqualTo(isOpen() ? 1 : 0);
  }

  private static String attempt(Runnable act) {
    try {
      act.run();
      return "done";
    } catch (NotAllowed not) {
      return String.valueOf(not.getMessage());
    }
  }

  private static int count(String kind) {
    try (var database = house.database.as(TestDatabase.OWNER)) {
      return database
          .of(TestHouse.TENANT)
          .sql("select count(*) from evidence.entry where tenant = :tenant and kind = :kind")
          .with("kind", kind)
          .one(Integer.class);
    }
  }

  private static String requestOfOpened() {
    try (var database = house.database.as(TestDatabase.OWNER)) {
      return database
          .of(TestHouse.TENANT)
          .sql(
              "select request_id::text from gatehouse.gate_request where tenant = :tenant and approved_at is not null order by approved_at desc limit 1")
          .texts()
          .getFirst();
    }
  }

  private static boolean isOpen() {
    return house.store.safety().current().gateIsOpen();
  }
}
