package io.gatehouse.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest extends TerminalScene {
  @Test
  void nobody_unfit_is_named_instead_of_a_sponsor_and_nothing_is_recorded() {
    LifecycleRow lifecycle =
        house.lifecycle(house.guest("Ann Passed On", "STALE", "IN_PROGRESS", 200), Role.SPONSOR);
    String id = lifecycle.guestId();
    try (var sandbox = Sandbox.start(SandboxOptions.of(7, house.clock))) {
      var with = Terminal.graph(sandbox);
      String ivan = sandbox.tenant().idOf(Employee.IVAN);

      assertThat(
              terminal.run(with, "guest", "reassign", id, "--to", "ivan@x", "--reason", "x").err())
          .startsWith("\"ivan@x\" is no object id");
      assertThat(terminal.run(with, "guest", "reassign", id, "--to", id, "--reason", "x").err())
          .startsWith("Nobody attests themselves");
      assertThat(terminal.run(with, "guest", "reassign", id, "--to", ivan, "--reason", "x").err())
          .startsWith(ivan + " has no mailbox in which a question could arrive: name somebody");
      assertThat(terminal.run(with, "guest", "extend", id, "--days", "0", "--reason", "x").err())
          .startsWith("More time is at least 1 day, not 0.");
    }
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
  }

  @Test
  void a_list_fits_eighty_columns() {
    house.guest("A very long name that nobody would ever want to type again", "STALE", "KEPT", 300);
    house.guest("Tab\tand \u001b[31mcolour \u202ebackwards", "ACTIVE", "ACTIVE", 3);

    Ending ending = terminal.run("guest", "list");

    assertThat(ending.code()).isZero();
    assertThat(ending.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(ending.out()).doesNotContain("\u001b", "\t", "\u202e");
  }

  @Test
  void a_guest_is_shown_by_the_beginning_of_the_id() {
    GuestRow guest = house.guest("Ann Shown", "STALE", "IN_PROGRESS", 200);
    house.lifecycle(guest, Role.SPONSOR);

    Ending ending = terminal.run("guest", "show", guest.guestId().substring(0, 13));

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("Ann Shown: in progress", guest.guestId(), "Lifecycle ");
  }

  @Test
  void an_id_that_is_short_unknown_or_without_a_lifecycle_is_one_sentence() {
    GuestRow idle = house.guest("Ann Idle", "ACTIVE", "ACTIVE", 3);

    assertThat(terminal.run("guest", "show", "abc").err()).contains("too short");
    assertThat(terminal.run("guest", "show", "zzzzzz").err())
        .contains("No guest's object id begins with");
    Ending ending = terminal.run("guest", "decide", idle.guestId(), "remove", "--reason", "gone");
    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).hasLineCount(1);
  }

  @Test
  void wrong_usage_ends_with_two_and_points_at_the_help() {
    assertThat(terminal.run("guest", "decide", "abcdef", "remove").code()).isEqualTo(2);
    assertThat(terminal.run("guest", "decide", "abcdef", "perhaps", "--reason", "x").code())
        .isEqualTo(2);
    assertThat(terminal.run("pause").err()).contains("--reason", "See: gatehouse pause --help");
    Ending garbled = terminal.run("guest", "hold", "abcdef", "--until", "soon", "--reason", "x");
    assertThat(garbled.code()).isEqualTo(2);
    assertThat(garbled.err()).contains("--until", "soon").doesNotContain("java.");
    assertThat(terminal.run("dance").code()).isEqualTo(2);
    assertThat(terminal.run("help").out()).contains("policy", "guest", "scan", "pause");
  }

  @Test
  void every_command_takes_help() {
    for (String[] command :
        new String[][] {
          {"guest"},
          {"guest", "list"},
          {"guest", "decide"},
          {"guest", "extend"},
          {"guest", "reassign"},
          {"guest", "retry"},
          {"guest", "restore"},
          {"policy", "apply"},
          {"pause"},
          {"key"},
          {"key", "enroll"},
          {"key", "accept"},
          {"scan"},
          {"serve"},
          {"migrate"}
        }) {
      String[] asked = Arrays.copyOf(command, command.length + 1);
      asked[command.length] = "--help";
      Ending ending = terminal.run(asked);
      assertThat(ending.code()).as(String.join(" ", asked)).isZero();
      assertThat(ending.out()).contains("Usage: gatehouse " + String.join(" ", command));
    }
  }

  @Test
  void a_pause_closes_the_gate_and_stands_in_the_ledger() {
    Ending ending = terminal.run("pause", "--reason", "something looks odd");

    assertThat(ending.code()).isZero();
    assertThat(house.store.safety().current().gateIsOpen()).isFalse();
    assertThat(house.store.safety().current().gateReason()).isEqualTo("something looks odd");
    house.people.openGate();
  }

  @Test
  void temporal_that_does_not_answer_is_named_with_its_address_and_nothing_is_recorded() {
    LifecycleRow lifecycle =
        house.lifecycle(house.guest("Ann Cut", "STALE", "IN_PROGRESS", 200), Role.SPONSOR);

    Ending ending =
        terminal.run("guest", "decide", lifecycle.guestId(), "remove", "--reason", "gone");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .isEqualToIgnoringNewLines(
            "Temporal does not answer at 127.0.0.1:1: start it, or set GATEHOUSE_TEMPORAL_TARGET to where it is.");
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
  }

  @Test
  void settings_that_are_missing_come_all_at_once() {
    Ending ending = Ending.of(Map.of("GATEHOUSE_HOME", "target/no-demo"), "guest", "list");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .contains("GATEHOUSE_TENANT", "GATEHOUSE_DB_URL", "GATEHOUSE_DB_USER")
        .doesNotContain("\tat ");
  }
}
