package io.gatehouse.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.peer.DevServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What runs by itself, from the command line, on a real server where nobody works. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SchedulesCommandTest extends TerminalScene {
  private static DevServer server;

  @BeforeAll
  static void start() {
    server = DevServer.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  @Order(1)
  void before_they_are_made_the_list_says_who_makes_them() {
    assertThat(out("list"))
        .contains("scan: not made yet; schedules apply makes it", "watch: not made yet");
    assertThat(out("apply")).isEqualToIgnoringNewLines("scan: madewatch: made");
    assertThat(out("list"))
        .contains("scan: daily at ", "watch: every hour", "last   never", "runs by itself")
        .contains("as the policy wants")
        .doesNotContain("not made");
    assertThat(out("apply")).contains("scan: is as the policy wants");
  }

  @Test
  @Order(2)
  void a_pause_is_shown_with_its_reason_until_it_is_over() {
    assertThat(out("pause", "scan", "--reason", "mail is moved"))
        .isEqualToIgnoringNewLines("scan is paused.");
    assertThat(out("list")).contains("paused: mail is moved");
    assertThat(out("apply")).contains("scan: is as the policy wants");
    assertThat(out("list")).as("a human's pause stays").contains("paused: mail is moved");

    assertThat(out("unpause", "scan", "--reason", "moved"))
        .isEqualToIgnoringNewLines("scan runs again by itself.");
    assertThat(out("list")).doesNotContain("paused");
  }

  @Test
  @Order(3)
  void a_run_asked_for_has_a_name_and_stands_in_the_list() {
    assertThat(out("trigger", "watch")).startsWith("watch runs as watch/");
    assertThat(out("list").split("watch: every hour")[1]).doesNotContain("last   never");
  }

  @Test
  @Order(4)
  void missed_days_are_run_and_days_the_wrong_way_round_are_not() {
    assertThat(out("backfill", "scan", "--from", "2026-11-20", "--to", "2026-11-22"))
        .isEqualToIgnoringNewLines(
            "scan runs once for each time it would have run from 2026-11-20 to 2026-11-22.");
    assertThat(run("backfill", "scan", "--from", "2026-11-22", "--to", "2026-11-20").err())
        .startsWith("--from 2026-11-22 is after --to 2026-11-20.");
    assertThat(run("backfill", "scan", "--from", "yesterday", "--to", "2026-11-20").code())
        .isNotZero();
  }

  @Test
  @Order(5)
  void a_name_that_is_none_is_answered_with_those_there_are() {
    assertThat(run("trigger", "nightly").err())
        .startsWith("There is no schedule \"nightly\", there is: scan, watch.");
  }

  private static String out(String... arguments) {
    Ending ending = run(arguments);
    assertThat(ending.err()).isEmpty();
    return ending.out();
  }

  private static Ending run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "schedules";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return terminal.run(Map.of("GATEHOUSE_TEMPORAL_TARGET", server.target()), all);
  }
}
