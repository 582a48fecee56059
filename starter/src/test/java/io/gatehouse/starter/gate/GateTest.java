package io.gatehouse.starter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.actor.Enrolment;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.NotAllowed;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.actor.KeyRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.safety.SafetyRow;
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
  void whoever_writes_into_the_database_that_it_is_open_opens_nothing() {
    write("update gatehouse.safety set gate = 'OPEN' where tenant = :tenant");
    assertClosed("");

    write(
        "insert into gatehouse.gate_request (tenant, request_id, asked_at, asked_by, reason, expires_at, approved_at, approved_by) values (:tenant, gen_random_uuid(), now() + interval '9 years', 'ada', 'x', now() + interval '10 years', now() + interval '9 years', 'bert')");
    assertClosed("");
  }

  @Test
  void what_two_people_signed_opens_the_gate_once() {
    gate.ask("all is well", house.people.olivia);
    gate.approve(house.people.erik);
    assertThat(isOpen()).isTrue();
    gate.close("again", house.people.olivia);

    write("update gatehouse.safety set gate = 'OPEN' where tenant = :tenant");

    assertClosed("the ledger has nothing that they signed since then");
  }

  @Test
  void a_gate_that_was_opened_with_a_key_that_is_revoked_since_counts_as_closed() {
    Hand paula = house.people.enrolled("9a01a000-0000-4000-8000-00000000000a", AppRole.APPROVER);
    gate.ask("all is well", house.people.olivia);
    gate.approve(paula);
    assertThat(isOpen()).isTrue();

    KeyRow key = house.store.actorKeys().find(paula.signer().keyId()).orElseThrow();
    new Enrolment(house.store, house.clock).revoke(house.people.erik, key, "stolen");

    assertClosed("the key is revoked");
    house.people.openGate();
    assertThat(isOpen()).isTrue();
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

  private static void assertClosed(String why) {
    SafetyRow safety = house.store.safety().current();
    assertThat(safety.gateIsOpen()).isFalse();
    assertThat(safety.gateReason())
        .startsWith("it was opened without two people who are proved: ")
        .endsWith(why);
  }

  /** As the program's role may. */
  private static void write(String statement) {
    try (var program = house.database.as(TestDatabase.APP)) {
      program.of(TestHouse.TENANT).sql(statement).update();
    }
  }

  private static boolean isOpen() {
    return house.store.safety().current().gateIsOpen();
  }
}
