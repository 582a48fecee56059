package io.gatehouse.demo.dev;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.doctor.Doctor;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Rhythm;
import io.gatehouse.starter.schedule.Schedules;
import io.gatehouse.store.safety.SafetyStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the doctor says of a whole house on a real Temporal server. */
class DoctorTest {
  private static RealHouse real;

  @BeforeAll
  static void start() {
    real = RealHouse.start();
    real.openLifecycles();
    var schedules = new Schedules(real.client());
    String tenant = real.house().settings().tenant();
    var hourly = new Rhythm.Every(Duration.ofHours(1));
    schedules.apply(HouseSchedule.scan(tenant, hourly), false);
    schedules.apply(HouseSchedule.watch(tenant, hourly), false);
  }

  @AfterAll
  static void stop() {
    if (real != null) {
      real.close();
    }
  }

  private static String says(Map<String, String> changes) {
    var environment = new TreeMap<>(real.house().variables());
    environment.putAll(changes);
    var said = new ByteArrayOutputStream();
    Doctor.examine(environment, new PrintStream(said, true, UTF_8));
    return said.toString(UTF_8);
  }

  @Test
  void a_house_where_all_is_there_has_nothing_wrong() {
    assertThat(says(Map.of()))
        .contains("Nothing is wrong")
        .contains("somebody works on every queue")
        .contains("the program may add to the ledger and change nothing there")
        .contains("the pages' role only reads")
        .contains("lifecycles can be searched by Gatehouse's attributes")
        .contains("reads guests with the dates of their sign-ins")
        .contains("its clock and this machine's agree");
  }

  @Test
  void what_is_missing_stands_with_what_to_do() {
    assertThat(
            says(
                Map.of(
                    "GATEHOUSE_TEMPORAL_NAMESPACE", "elsewhere",
                    "GATEHOUSE_MAIL_PORT", "1",
                    "GATEHOUSE_GRAPH_LOOKER_TOKEN", "wrong",
                    "GATEHOUSE_DB_READER_USER", real.house().variables().get("GATEHOUSE_DB_USER"),
                    "GATEHOUSE_DB_READER_PASSWORD",
                        real.house().variables().get("GATEHOUSE_DB_PASSWORD"))))
        .contains("WRONG  Namespace elsewhere is not there: run ./gatehouse namespace apply.")
        .contains("WRONG  The mail server at 127.0.0.1:1 does not take our connection")
        .contains("WRONG  The role of GATEHOUSE_DB_READER_USER may write")
        .containsPattern("WRONG  .*GET /users")
        .doesNotContain("This could not be looked at");
  }

  @Test
  void a_mode_that_nobody_signed_is_wrong() {
    SafetyStore safety = real.house().store().safety();
    String enforced = safety.current().mode();
    safety.setMode("NOTIFY", Instant.now(), "somebody in the database");
    try {
      assertThat(says(Map.of()))
          .contains(
              "WRONG  Nobody is asked and nothing is removed: the mode counts as observe until the policy is applied again, because the policy in force says another one than NOTIFY (./gatehouse policy apply FILE).");
    } finally {
      safety.setMode(enforced, Instant.now(), "the test");
    }
  }

  @Test
  void without_temporal_everything_else_is_still_looked_at() {
    assertThat(says(Map.of("GATEHOUSE_TEMPORAL_TARGET", "127.0.0.1:1")))
        .contains("WRONG  Temporal does not answer at 127.0.0.1:1")
        .contains("the schema is this version's")
        .contains("takes our connection");
  }
}
