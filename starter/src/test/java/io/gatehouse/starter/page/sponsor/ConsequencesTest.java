package io.gatehouse.starter.page.sponsor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Silence;
import io.gatehouse.sponsor.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsequencesTest {
  @ParameterizedTest
  @EnumSource(value = Trigger.class, mode = EnumSource.Mode.EXCLUDE, names = "EXCLUSION_ENDS")
  void remove_names_every_step_and_how_long_it_takes(Trigger trigger) {
    assertThat(what("Remove", of(trigger, Role.SPONSOR, Silence.ESCALATE)))
        .contains("For 2 days", "7 days later", "30 days after that", "for 29 days more");
  }

  @Test
  void about_an_exception_nothing_can_be_removed() {
    var exception = new Consequences(Trigger.EXCLUSION_ENDS, Role.OWNER, plan(Silence.REMOVE));

    assertThat(exception.options(true))
        .extracting(Consequences.Option::word)
        .containsExactly("Keep", "Let it end", "Not mine");
    assertThat(exception.of(null))
        .extracting(Consequences.Consequence::what)
        .noneMatch(what -> what.contains("disabled") || what.contains("is removed"));
    assertThat(what("Let it end", exception.of(null))).contains("no account is changed");
    assertThat(what("No answer", exception.of(null))).contains("We ask the steward");
  }

  @Test
  void silence_is_told_as_a_yes_only_where_it_can_be_one() {
    assertThat(silence(Trigger.INACTIVE, Role.SPONSOR, Silence.REMOVE))
        .startsWith("We ask the next person who may know.")
        .contains("is removed as described above", "group's mail");
    assertThat(silence(Trigger.INACTIVE, Role.STEWARD, Silence.REMOVE))
        .isEqualTo("An administrator is asked to look.");
    assertThat(silence(Trigger.ATTESTATION_DUE, Role.SPONSOR, Silence.REMOVE))
        .isEqualTo("We ask somebody else.");
    assertThat(silence(Trigger.SPONSOR_MISSING, Role.NAMED, Silence.REMOVE))
        .isEqualTo("We ask somebody else.");
    assertThat(silence(Trigger.INACTIVE, Role.SPONSOR, Silence.ESCALATE))
        .isEqualTo("We ask somebody else.");
  }

  @Test
  void a_sponsor_who_is_missing_is_asked_to_have_one_entered() {
    assertThat(what("Keep", of(Trigger.SPONSOR_MISSING, Role.MANAGER, Silence.ESCALATE)))
        .contains("Have a sponsor entered in the directory");
  }

  @Test
  void the_steward_is_told_of_no_one_to_pass_the_question_on_to() {
    assertThat(of(Trigger.INACTIVE, Role.STEWARD, Silence.ESCALATE))
        .extracting(Consequences.Consequence::when)
        .containsExactly("Keep", "Remove", "No answer by 15 March 2027");
  }

  private static String silence(Trigger trigger, Role role, Silence silence) {
    return what("No answer by 15 March 2027", of(trigger, role, silence));
  }

  private static List<Consequences.Consequence> of(Trigger trigger, Role role, Silence silence) {
    return new Consequences(trigger, role, plan(silence)).of("15 March 2027");
  }

  private static String what(String when, List<Consequences.Consequence> list) {
    return list.stream().filter(each -> each.when().equals(when)).findFirst().orElseThrow().what();
  }

  private static Plan plan(Silence silence) {
    return new Plan(
        Duration.ofDays(14),
        List.of(),
        Duration.ofDays(7),
        Duration.ofDays(2),
        Duration.ofDays(30),
        silence,
        Duration.ofDays(7),
        Duration.ofDays(30),
        Duration.ofDays(29),
        90);
  }
}
