package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.policy.Mode;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.Visitor;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OperatorPageTest {
  private static TestHouse house;
  private static BusyTenant tenant;
  private static Serve serve;
  private static Visitor visitor;

  @BeforeAll
  static void open() throws IOException {
    house = new TestHouse();
    house.temporal.start();
    new SampleTenant(house);
    tenant = new BusyTenant(house);
    serve = house.serve();
    visitor = new Visitor(serve.port());
  }

  @AfterAll
  static void close() {
    serve.close();
    house.close();
  }

  @Test
  void the_operator_sees_each_lifecycle_that_stopped_with_reason_since_and_the_command() {
    String page = visitor.get("/operator").body();
    String id = tenant.operator.parked.guestId().substring(0, 8);

    assertThat(page)
        .contains("2 lifecycles stopped.")
        .containsSubsequence(
            "Pia Stopped",
            "everybody in the chain was asked and nobody decided",
            "2 days ago",
            "./gatehouse guest retry " + id,
            "./gatehouse guest reassign " + id)
        .contains("Paula Parked", "The account was changed already")
        .contains("./gatehouse guest restore");
  }

  @Test
  void the_operator_sees_whose_account_was_left_disabled_and_what_to_do_about_it() {
    assertThat(visitor.get("/operator").body())
        .contains("1 account was left disabled.")
        .containsSubsequence(
            "Accounts left disabled", "enable the account", "Fay &lt;Left&gt;", "What happened");
  }

  @Test
  void the_operator_sees_slots_against_the_caps_ends_of_exclusions_holds_and_the_last_scan() {
    String page = visitor.get("/operator").body();

    assertThat(page)
        .contains("Slot Holder 0", "disable the account", "delete the account softly")
        .containsSubsequence("Break Glass", "1 May 2027", "yes", "kept on")
        .containsSubsequence("On hold", "(link removed)", "./gatehouse guest release")
        .contains("The last scan is not to be trusted.");
    assertThat(sum("<span>(\\d+)</span> reserved", page)).isEqualTo(5);
  }

  @Test
  void the_operator_sees_what_is_planned_beside_the_slots_and_that_it_is_no_promise() {
    String page = visitor.get("/operator").body();

    assertThat(sum("<span>(\\d+)</span> planned", page)).isEqualTo(4);
    assertThat(page)
        .contains("it may come on a later day, or not at all", "solid is reserved, pale is planned")
        .containsPattern(day(2) + "(?s:.{0,600})<span>0</span> reserved, <span>3</span> planned")
        .containsPattern(day(5) + "(?s:.{0,1200})<span>0</span> reserved, <span>1</span> planned")
        .doesNotContain("none of it happens");
  }

  @Test
  void under_another_mode_than_enforce_what_is_planned_is_said_not_to_happen() {
    house.policy.mode(Mode.NOTIFY);
    try {
      assertThat(visitor.get("/operator").body())
          .contains("The mode is <span>notify</span>: none of it happens.");
    } finally {
      house.policy.mode(Mode.ENFORCE);
    }
  }

  @Test
  void the_operator_sees_answers_that_did_not_arrive_oldest_first_and_what_helps() {
    String page = visitor.get("/operator").body();
    String id = tenant.operator.undelivered.guestId().substring(0, 8);

    assertThat(page)
        .contains(
            "2 answers did not reach their lifecycles.", "Are Temporal and the worker running?")
        .containsSubsequence(
            "Answers that did not arrive",
            "Paula Parked",
            "Remove</strong>, said by <bdi>Bob Example",
            "Una &lt;Heard&gt;",
            "Hold</strong>, said by <bdi>operator olivia",
            tenant.operator.undelivered.answerId().toString(),
            "./gatehouse guest decide " + id + " keep --until DAY")
        .doesNotContain("a private reason");
  }

  @Test
  void an_answer_of_this_hour_is_on_its_way() {
    LifecycleRow row =
        house.lifecycle(house.guest("Lea Late", "STALE", "IN_PROGRESS", 231), Role.SPONSOR);
    house
        .store
        .answers()
        .record(OperatorScene.broken(row, house.clock.instant().minus(Duration.ofMinutes(59))));

    assertThat(visitor.get("/operator").body())
        .contains("2 answers did not reach their lifecycles.");
    house.clock.pass(Duration.ofMinutes(2));
    assertThat(visitor.get("/operator").body())
        .containsSubsequence("3 answers did not reach", "Una &lt;Heard&gt;", "Lea Late");
  }

  @Test
  void a_closed_gate_says_why_since_when_by_whom_and_how_to_go_on() {
    house.store.safety().closeGate("audit <week>", house.clock.instant(), "olivia");
    try {
      assertThat(visitor.get("/operator").body())
          .contains("The gate is closed: nothing is disabled or deleted.")
          .containsSubsequence("closed", "audit &lt;week&gt;", "olivia", "./gatehouse resume");
    } finally {
      house.store.safety().openGate("over", house.clock.instant(), "olivia");
    }
  }

  private static String day(int ahead) {
    return house.clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(ahead).toString();
  }

  private static long sum(String pattern, String page) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }
}
