package io.gatehouse.starter.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.policy.Mode;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Silence;
import io.gatehouse.temporal.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "operator", "policy.example.yaml");

  @Test
  void the_example_is_a_usable_policy_that_only_observes() {
    PolicyFile file = PolicyFile.read(EXAMPLE);

    assertThat(file.policy().mode()).isEqualTo(Mode.OBSERVE);
    assertThat(file.policy().asking().onSilence()).isEqualTo(Silence.ESCALATE);
    assertThat(file.policy().asking().remindAfterDays()).containsExactly(5, 10);
    assertThat(file.policy().exclusions())
        .singleElement()
        .satisfies(each -> assertThat(each.until()).isEqualTo(LocalDate.of(2027, 3, 31)));
  }

  @Test
  void what_is_stored_reads_back_as_the_same_policy() {
    PolicyFile file = PolicyFile.read(EXAMPLE);

    assertThat(Wire.read(file.body(), Policy.class)).isEqualTo(file.policy());
    assertThat(file.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void comments_and_order_do_not_change_the_hash() throws IOException {
    String text = Files.readString(EXAMPLE);
    String other =
        text.replaceAll("(?m) *#.*$", "")
            .replace("  afterDays: 90\n", "")
            .replace("reopenAfterDays: 30", "reopenAfterDays: 30\n  afterDays: 90");

    assertThat(PolicyFile.parse(other, "other.yaml").hash())
        .isEqualTo(PolicyFile.read(EXAMPLE).hash());
  }

  @Test
  void a_policy_without_a_mode_observes() throws IOException {
    String text = Files.readString(EXAMPLE).replace("mode: observe\n", "");

    assertThat(PolicyFile.parse(text, "p.yaml").policy().mode()).isEqualTo(Mode.OBSERVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          version: 1                | version: 2                 | /version: is 2, but has to be 1
          mode: observe             | mode: destroy              | /mode: is "destroy", but has to be one of observe, notify, enforce
          zone: Europe/Berlin       | zone: Mars/Olympus         | /zone: "Mars/Olympus" is no time zone
          steward: 0b9c5c1e-        | steward: bob               | /steward: is "bob
          afterDays: 90             | afterDays: ninety          | /inactive/afterDays: is "ninety", but has to be a whole number
          afterDays: 90             | afterDays: 0               | /inactive/afterDays: is 0, but has to be at least 7
          afterDays: 90             | afterDays: 9.5             | /inactive/afterDays: is "9.5", but has to be a whole number
          afterDays: 90             | afterDay: 90               | /inactive/afterDay: is no key of a policy
          afterDays: 90             | afterDay: 90               | /inactive/afterDays: is missing
          [5, 10]                   | [5, 14]                    | /asking/remindAfterDays: a reminder after 14 days comes too late
          [5, 10]                   | [10, 5]                    | /asking/remindAfterDays: reminders must come one after the other
          [5, 10]                   | 5                          | /asking/remindAfterDays: is 5, but has to be a list
          onSilence: escalate       | onSilence: delete          | /asking/onSilence: is "delete"
          restoreWindowDays: 30     | restoreWindowDays: 31      | /removal/restoreWindowDays: is 31, but has to be at most 30
          {perDay: 25, perWeek: 100 | {perDay: 25, perWeek: 5    | /caps/disables: perWeek (5) is smaller than perDay (25)
          perDayPercent: 2          | perDayPercent: 200         | /caps/disables/perDayPercent: is 200, but has to be at most 100
          until: 2027-03-31         | until: 2027-02-30          | /exclusions/0/until: "2027-02-30" is no day
          reason: break-glass       | because: break-glass       | /exclusions/0/because: is no key of a policy
          mode: observe             | version: 1                 | /version: given twice, first on line
          graceDays: 30             | graceDays: [30             | this is no YAML
          zone: Europe/Berlin       | zone: &here Europe/Berlin  | /zone: anchors are not used in a policy
          """)
  void a_problem_is_told_with_its_place(String from, String to, String sentence)
      throws IOException {
    String text = Files.readString(EXAMPLE);
    assertThat(text).contains(from);
    String broken = text.replaceFirst(Pattern.quote(from), to);

    assertThatThrownBy(() -> PolicyFile.parse(broken, "policy.yaml"))
        .isInstanceOf(PolicyFileException.class)
        .hasMessageContaining(sentence)
        .message()
        .startsWith("policy.yaml:");
  }

  @Test
  void all_problems_come_at_once_by_line() {
    String text =
        """
        version: 1
        zone: Nowhere
        steward: bob
        asking:
          answerWithinDays: 0
          surprise: yes
        """;

    var problem =
        catchThrowableOfType(PolicyFileException.class, () -> PolicyFile.parse(text, "p.yaml"));

    assertThat(problem.problems()).extracting(PolicyProblem::line).isSorted();
    assertThat(problem.problems())
        .extracting(each -> each.line() + " " + each.path())
        .contains(
            "2 /zone",
            "3 /steward",
            "4 /asking/onSilence",
            "5 /asking/answerWithinDays",
            "6 /asking/surprise",
            "1 /removal",
            "1 /exclusions");
  }

  @Test
  void a_file_that_is_not_there_or_empty_is_one_sentence() {
    assertThatThrownBy(() -> PolicyFile.read(Path.of("nowhere.yaml")))
        .hasMessage("nowhere.yaml: the file does not exist");
    assertThatThrownBy(() -> PolicyFile.parse("", "p.yaml")).hasMessageContaining("is empty");
    assertThatThrownBy(() -> PolicyFile.parse("- a list", "p.yaml"))
        .hasMessageContaining("has to be a group of keys");
  }
}
