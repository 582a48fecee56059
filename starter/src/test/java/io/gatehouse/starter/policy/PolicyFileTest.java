package io.gatehouse.starter.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.policy.GuardRules;
import io.gatehouse.policy.Mode;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Silence;
import io.gatehouse.policy.Triggers;
import io.gatehouse.temporal.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "operator", "policy.example.yaml");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-03-01T08:00:00Z"), ZoneOffset.UTC);

  @Test
  void the_example_is_a_usable_policy_that_only_observes() {
    PolicyFile file = PolicyFile.read(EXAMPLE, CLOCK);

    assertThat(file.policy().mode()).isEqualTo(Mode.OBSERVE);
    assertThat(file.policy().asking().onSilence()).isEqualTo(Silence.ESCALATE);
    assertThat(file.policy().asking().remindAfterDays()).containsExactly(5, 10);
    assertThat(file.policy().triggers()).isEqualTo(new Triggers(90, 90, 60, 14, 365, 30, 60));
    assertThat(file.policy().asking().escalateWithinDays()).isEqualTo(7);
    assertThat(file.policy().asking().extendAtMostDays()).isEqualTo(30);
    assertThat(file.policy().exclusions())
        .singleElement()
        .satisfies(each -> assertThat(each.until()).isEqualTo(LocalDate.of(2027, 3, 31)));
  }

  @Test
  void what_is_stored_reads_back_as_the_same_policy() {
    PolicyFile file = PolicyFile.read(EXAMPLE, CLOCK);

    assertThat(Wire.read(file.body(), Policy.class)).isEqualTo(file.policy());
    assertThat(file.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void comments_and_order_do_not_change_the_hash() throws IOException {
    String text = Files.readString(EXAMPLE);
    String other =
        text.replaceAll("(?m) *#.*$", "")
            .replace("  reopenAfterDays: 60\n", "")
            .replace("triggers:\n", "triggers:\n  reopenAfterDays: 60\n");

    assertThat(PolicyFile.parse(other, "other.yaml", CLOCK).hash())
        .isEqualTo(PolicyFile.read(EXAMPLE, CLOCK).hash());
  }

  @Test
  void a_policy_without_a_mode_observes() throws IOException {
    String text = Files.readString(EXAMPLE).replace("mode: observe\n", "");

    assertThat(PolicyFile.parse(text, "p.yaml", CLOCK).policy().mode()).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void what_may_be_left_out_is_off_or_has_its_default() throws IOException {
    String text =
        Files.readString(EXAMPLE)
            .replaceAll("(?m)^ +(never|invitation|sponsorMissing|attestation|exclusion).*\\n", "")
            .replaceAll("(?ms)^guards:.*?(?=^exclusions)", "");

    Policy policy = PolicyFile.parse(text, "p.yaml", CLOCK).policy();

    assertThat(policy.triggers()).isEqualTo(new Triggers(90, null, null, null, null, null, 60));
    assertThat(policy.guards()).isEqualTo(new GuardRules(true, List.of()));
  }

  @Test
  void silence_may_remove_where_the_policy_says_so() throws IOException {
    String text = Files.readString(EXAMPLE).replace("onSilence: escalate", "onSilence: remove");

    assertThat(PolicyFile.parse(text, "p.yaml", CLOCK).policy().asking().onSilence())
        .isEqualTo(Silence.REMOVE);
  }

  @Test
  void a_file_of_the_first_format_is_told_what_moved_and_nothing_else() {
    String first =
        """
        version: 1
        zone: Europe/Berlin
        inactive:
          afterDays: 90
          reopenAfterDays: 30
        """;

    assertThatThrownBy(() -> PolicyFile.parse(first, "p.yaml", CLOCK))
        .hasMessageStartingWith("p.yaml:1: /version: is 1, the format of an earlier Gatehouse")
        .hasMessageContaining("inactive.afterDays to triggers.inactiveAfterDays")
        .hasMessageContaining("inactive.reopenAfterDays to triggers.reopenAfterDays")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          version: 2                | version: 3                 | /version: is 3, but has to be 2
          mode: observe             | mode: destroy              | /mode: is "destroy", but has to be one of observe, notify, enforce
          zone: Europe/Berlin       | zone: Mars/Olympus         | /zone: "Mars/Olympus" is no time zone
          steward: 0b9c5c1e-        | steward: bob               | /steward: is "bob
          inactiveAfterDays: 90     | inactiveAfterDays: ninety  | /triggers/inactiveAfterDays: is "ninety", but has to be a whole number
          inactiveAfterDays: 90     | inactiveAfterDays: 0       | /triggers/inactiveAfterDays: is 0, but has to be at least 7
          inactiveAfterDays: 90     | inactiveAfterDays: 9.5     | /triggers/inactiveAfterDays: is "9.5", but has to be a whole number
          inactiveAfterDays: 90     | inactiveAfterDay: 90       | /triggers/inactiveAfterDay: is no key of a policy
          inactiveAfterDays: 90     | inactiveAfterDay: 90       | /triggers/inactiveAfterDays: is missing
          attestationEveryDays: 365 | attestationEveryDays: 29   | /triggers/attestationEveryDays: is 29, but has to be at least 30
          sponsorMissingAfterDays: 14 | sponsorMissingAfterDays: | /triggers/sponsorMissingAfterDays: is empty, but has to be a whole number
          reopenAfterDays: 60       | reopenAfterDays: 0         | /triggers/reopenAfterDays: is 0, but has to be at least 1
          escalateWithinDays: 7     | escalateWithinDays: 0      | /asking/escalateWithinDays: is 0, but has to be at least 1
          extendAtMostDays: 30      | # nothing                  | /asking/extendAtMostDays: is missing
          withoutSponsorMovesAtMostPoints: 10 | withoutSponsorMovesAtMostPoints: 101 | /scan/withoutSponsorMovesAtMostPoints: is 101, but has to be at most 100
          eligibleRoles: true       | eligibleRoles: perhaps     | /guards/eligibleRoles: is "perhaps", but has to be true or false
          foreignManagedGroups: []  | foreignManagedGroups: [hr] | /guards/foreignManagedGroups/0: is "hr", but has to be an object id
          owner: 7d1f64c8-          | owner: legal@              | /exclusions/0/owner: is "legal@
          owner: 7d1f64c8-2b0e-4b57-8a36-90c1e5f7a423 | owner: 5f0c2a44-9b7e-4f0e-8b1d-0c6f3a9d2e71 | /exclusions/0/owner: nobody attests themselves
          until: 2027-03-31         | until: 2028-03-31          | /exclusions/0/until: an exclusion lasts at most 366 days, until 2028-03-01
          [5, 10]                   | [5, 14]                    | /asking/remindAfterDays: a reminder after 14 days comes too late
          [5, 10]                   | [10, 5]                    | /asking/remindAfterDays: reminders must come one after the other
          [5, 10]                   | 5                          | /asking/remindAfterDays: is 5, but has to be a list
          onSilence: escalate       | onSilence: delete          | /asking/onSilence: is "delete"
          restoreWindowDays: 30     | restoreWindowDays: 31      | /removal/restoreWindowDays: is 31, but has to be at most 30
          {perDay: 25, perWeek: 100 | {perDay: 25, perWeek: 5    | /caps/disables: perWeek (5) is smaller than perDay (25)
          perDayPercent: 2          | perDayPercent: 200         | /caps/disables/perDayPercent: is 200, but has to be at most 100
          until: 2027-03-31         | until: 2027-02-30          | /exclusions/0/until: "2027-02-30" is no day
          reason: break-glass       | because: break-glass       | /exclusions/0/because: is no key of a policy
          mode: observe             | version: 2                 | /version: given twice, first on line
          graceDays: 30             | graceDays: [30             | this is no YAML
          zone: Europe/Berlin       | zone: &here Europe/Berlin  | /zone: anchors are not used in a policy
          """)
  void a_problem_is_told_with_its_place(String from, String to, String sentence)
      throws IOException {
    String text = Files.readString(EXAMPLE);
    assertThat(text).contains(from);
    String broken = text.replaceFirst(Pattern.quote(from), to);

    assertThatThrownBy(() -> PolicyFile.parse(broken, "policy.yaml", CLOCK))
        .isInstanceOf(PolicyFileException.class)
        .hasMessageContaining(sentence)
        .message()
        .startsWith("policy.yaml:");
  }

  @Test
  void all_problems_come_at_once_by_line() {
    String text =
        """
        version: 2
        zone: Nowhere
        steward: bob
        asking:
          answerWithinDays: 0
          surprise: yes
        """;

    var problem =
        catchThrowableOfType(
            PolicyFileException.class, () -> PolicyFile.parse(text, "p.yaml", CLOCK));

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
    assertThatThrownBy(() -> PolicyFile.read(Path.of("nowhere.yaml"), CLOCK))
        .hasMessage("nowhere.yaml: the file does not exist");
    assertThatThrownBy(() -> PolicyFile.parse("", "p.yaml", CLOCK))
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> PolicyFile.parse("- a list", "p.yaml", CLOCK))
        .hasMessageContaining("has to be a group of keys");
  }
}
