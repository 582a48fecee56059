package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.policy.Silence;
import io.gatehouse.rehearsal.BilledActions;
import io.gatehouse.rehearsal.DeskScene;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.rehearsal.Town;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.temporal.WorkflowIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a guest costs on Temporal Cloud under the durations of {@code policy.example.yaml}, with
 * slots at once. The numbers stand in the documentation: whoever changes one changes it there.
 */
class ActionsTest {
  private static final Plan DEFAULTS =
      new Plan(
          Duration.ofDays(14),
          List.of(Duration.ofDays(5), Duration.ofDays(10)),
          Duration.ofDays(7),
          Duration.ofDays(2),
          Duration.ofDays(30),
          Silence.ESCALATE,
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(30),
          90);

  @RegisterExtension final Tenant tenant = new Tenant();
  @RegisterExtension final DeskScene desk = new DeskScene();

  private List<String> ofTheLifecycle() {
    return BilledActions.of(tenant.town().history(WorkflowIds.guest(Tenant.ANN)).getEvents());
  }

  private List<String> ofTheDesk() {
    return BilledActions.ofStartedBySignal(desk.town().history(DeskScene.DESK).getEvents());
  }

  @Test
  void the_durations_are_those_of_the_example_policy() throws IOException {
    assertThat(Files.readString(Path.of("../docs/operator/policy.example.yaml")))
        .containsPattern("answerWithinDays: 14\\b")
        .containsPattern("remindAfterDays: \\[5, 10]")
        .containsPattern("escalateWithinDays: 7\\b")
        .containsPattern("changeWithinDays: 2\\b")
        .containsPattern("onSilence: escalate\\b")
        .containsPattern("noticeDays: 7\\b")
        .containsPattern("graceDays: 30\\b")
        .containsPattern("restoreWindowDays: 30\\b");
  }

  @Test
  void a_kept_guest_costs_9() {
    tenant.opens(Trigger.INACTIVE, DEFAULTS);
    tenant.passes(Duration.ofDays(3));
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(3));

    assertThat(tenant.closing().outcome()).isEqualTo(Outcome.KEPT);
    assertThat(ofTheLifecycle())
        .containsExactlyInAnyOrder(
            "start",
            "activity: find who answers, and ask",
            "signal",
            "timer: answer of the sponsor",
            "update",
            "activity: prove who sent it",
            "upsert",
            "timer: the answer can be changed",
            "activity: record how the lifecycle ended")
        .hasSize(9);
  }

  @Test
  void a_guest_whose_sponsor_is_silent_and_whom_the_next_person_removes_costs_25() {
    tenant.opens(Trigger.INACTIVE, DEFAULTS);
    tenant.passes(Duration.ofDays(16));
    tenant.sponsorSays(Choice.REMOVE, 2);
    tenant.passes(Duration.ofDays(100));

    assertThat(tenant.closing().outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(ofTheLifecycle()).hasSize(25);
  }

  @Test
  void the_desk_of_a_sponsor_who_answers_before_the_first_reminder_costs_4() {
    desk.nextMail(new MailOutcome.Delivered(Town.START));
    desk.nextMail(new MailOutcome.NotNeeded());
    desk.opens("ann");
    desk.asks("ann", 1, Duration.ofDays(5), Duration.ofDays(10));
    desk.passes(Duration.ofDays(20));

    assertThat(ofTheDesk())
        .containsExactly(
            "start",
            "activity: mail to the sponsor",
            "timer: next reminder",
            "activity: mail to the sponsor");
  }

  @Test
  void the_desk_of_a_silent_sponsor_costs_6() {
    desk.opens("ann");
    desk.asks("ann", 1, Duration.ofDays(5), Duration.ofDays(10));
    desk.passes(Duration.ofDays(20));

    assertThat(ofTheDesk())
        .containsExactly(
            "start",
            "activity: mail to the sponsor",
            "timer: next reminder",
            "activity: mail to the sponsor",
            "timer: next reminder",
            "activity: mail to the sponsor");
  }
}
