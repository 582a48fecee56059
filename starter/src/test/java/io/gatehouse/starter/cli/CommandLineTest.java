package io.gatehouse.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private static final String EXAMPLE = "../docs/operator/policy.example.yaml";

  private static TestHouse house;
  private static Map<String, String> environment;

  /** What a command came to. */
  private record Ending(int code, String out, String err) {}

  @BeforeAll
  static void open() {
    house = new TestHouse();
    environment = house.environment();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void a_usable_policy_is_told_with_its_mode() {
    Ending ending = run("policy", "check", EXAMPLE);

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).startsWith("policy.example.yaml is a usable policy, mode observe");
  }

  @Test
  void a_policy_that_cannot_be_used_ends_with_one() {
    Ending ending = run("policy", "check", "pom.xml");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).startsWith("pom.xml:").doesNotContain("\tat ");
  }

  @Test
  void applying_the_same_policy_again_makes_no_version() {
    Ending again = run("policy", "apply", EXAMPLE);

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("Version 1 with the same content was in force already");
    assertThat(run("policy", "show").out()).contains("Version 1", "Europe/Berlin");
  }

  @Test
  void a_list_fits_eighty_columns() {
    house.guest("A very long name that nobody would ever want to type again", "STALE", "KEPT", 300);
    house.guest("Tab\tand \u001b[31mcolour \u202ebackwards", "ACTIVE", "ACTIVE", 3);

    Ending ending = run("guest", "list");

    assertThat(ending.code()).isZero();
    assertThat(ending.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(ending.out()).doesNotContain("\u001b", "\t", "\u202e");
  }

  @Test
  void a_guest_is_shown_by_the_beginning_of_the_id() {
    GuestRow guest = house.guest("Ann Shown", "STALE", "IN_PROGRESS", 200);
    house.lifecycle(guest, Role.SPONSOR);

    Ending ending = run("guest", "show", guest.guestId().substring(0, 13));

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("Ann Shown: in progress", guest.guestId(), "Lifecycle ");
  }

  @Test
  void an_id_that_is_short_unknown_or_without_a_lifecycle_is_one_sentence() {
    GuestRow idle = house.guest("Ann Idle", "ACTIVE", "ACTIVE", 3);

    assertThat(run("guest", "show", "abc").err()).contains("too short");
    assertThat(run("guest", "show", "zzzzzz").err()).contains("No guest's object id begins with");
    Ending ending = run("guest", "decide", idle.guestId(), "remove", "--reason", "gone");
    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).hasLineCount(1);
  }

  @Test
  void wrong_usage_ends_with_two_and_points_at_the_help() {
    assertThat(run("guest", "decide", "abcdef", "remove").code()).isEqualTo(2);
    assertThat(run("guest", "decide", "abcdef", "perhaps", "--reason", "x").code()).isEqualTo(2);
    assertThat(run("pause").err()).contains("--reason", "See: gatehouse pause --help");
    Ending garbled = run("guest", "hold", "abcdef", "--until", "soon", "--reason", "x");
    assertThat(garbled.code()).isEqualTo(2);
    assertThat(garbled.err()).contains("--until", "soon").doesNotContain("java.");
    assertThat(run("dance").code()).isEqualTo(2);
    assertThat(run("help").out()).contains("policy", "guest", "scan", "pause");
  }

  @Test
  void every_command_takes_help() {
    for (String[] command :
        new String[][] {
          {"guest"},
          {"guest", "decide"},
          {"policy", "apply"},
          {"pause"},
          {"scan"},
          {"serve"},
          {"migrate"}
        }) {
      String[] asked = Arrays.copyOf(command, command.length + 1);
      asked[command.length] = "--help";
      Ending ending = run(asked);
      assertThat(ending.code()).as(String.join(" ", asked)).isZero();
      assertThat(ending.out()).contains("Usage: gatehouse " + String.join(" ", command));
    }
  }

  @Test
  void a_pause_closes_the_gate_and_stands_in_the_ledger() {
    Ending ending = run("pause", "--reason", "something looks odd");

    assertThat(ending.code()).isZero();
    assertThat(house.store.safety().current().gateIsOpen()).isFalse();
    assertThat(house.store.safety().current().gateReason()).isEqualTo("something looks odd");
    house.store.safety().openGate("end of the test", house.clock.instant(), "tester");
  }

  @Test
  void temporal_that_does_not_answer_is_named_with_its_address_and_nothing_is_recorded() {
    LifecycleRow lifecycle =
        house.lifecycle(house.guest("Ann Cut", "STALE", "IN_PROGRESS", 200), Role.SPONSOR);

    Ending ending = run("guest", "decide", lifecycle.guestId(), "remove", "--reason", "gone");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .isEqualToIgnoringNewLines(
            "Temporal does not answer at 127.0.0.1:1: start it, or set GATEHOUSE_TEMPORAL_TARGET to where it is.");
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
  }

  @Test
  void settings_that_are_missing_come_all_at_once() {
    var err = new StringWriter();
    int code =
        CommandTree.create(Map.of("GATEHOUSE_HOME", "target/no-demo"))
            .setErr(new PrintWriter(err, true))
            .execute("guest", "list");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("GATEHOUSE_TENANT", "GATEHOUSE_DB_URL", "GATEHOUSE_DB_USER")
        .doesNotContain("\tat ");
  }

  private static Ending run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var with = new HashMap<>(environment);
    with.put("GATEHOUSE_TEMPORAL_TARGET", "127.0.0.1:1");
    int code =
        CommandTree.create(with)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ending(code, out.toString(), err.toString());
  }
}
