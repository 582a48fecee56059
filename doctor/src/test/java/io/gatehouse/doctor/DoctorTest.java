package io.gatehouse.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.config.StartProblem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, UTF_8);

  private static Examination part(String subject, Supplier<List<Finding>> look) {
    return new Examination() {
      @Override
      public String subject() {
        return subject;
      }

      @Override
      public List<Finding> look() {
        return look.get();
      }
    };
  }

  @Test
  void says_what_is_well_what_should_be_known_and_what_is_wrong() {
    boolean well =
        new Doctor(
                List.of(
                    part("One", () -> List.of(Finding.well("is there"), Finding.note("is slow"))),
                    part("Two", () -> List.of(Finding.wrong("Is gone: bring it back.")))),
                out)
            .run();

    assertThat(well).isFalse();
    assertThat(said.toString(UTF_8))
        .isEqualTo(
            """
            One
              ok     is there
              note   is slow
            Two
              WRONG  Is gone: bring it back.

            1 thing is wrong, 1 note.
            """);
  }

  @Test
  void one_part_that_cannot_be_looked_at_does_not_hide_the_others() {
    boolean well =
        new Doctor(
                List.of(
                    part(
                        "One",
                        () -> {
                          throw new StartProblem("It does not answer: start it.");
                        }),
                    part(
                        "Two",
                        () -> {
                          throw new IllegalStateException("surprise");
                        }),
                    part("Three", () -> List.of(Finding.well("is there")))),
                out)
            .run();

    assertThat(well).isFalse();
    assertThat(said.toString(UTF_8))
        .contains("WRONG  It does not answer: start it.")
        .contains("WRONG  This could not be looked at: java.lang.IllegalStateException: surprise")
        .contains("Three\n  ok     is there");
  }

  @Test
  void without_any_settings_each_part_says_what_to_set_and_nothing_breaks() {
    Map<String, String> nothing = Map.of("GATEHOUSE_TENANT", "", "GATEHOUSE_HOME", "/nowhere");

    assertThat(Doctor.examine(nothing, out)).isFalse();

    assertThat(said.toString(UTF_8))
        .contains("GATEHOUSE_TENANT")
        .contains("GATEHOUSE_DB_URL")
        .contains("GATEHOUSE_MAIL_HOST is not set here")
        .doesNotContain("This could not be looked at");
  }
}
