package io.gatehouse.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.GuestScanWorkflow;
import io.gatehouse.guest.Outcome;
import io.gatehouse.rehearsal.HistoryLaw;
import io.gatehouse.rehearsal.Replay;
import io.gatehouse.rehearsal.Town;
import io.gatehouse.sponsor.SponsorDeskWorkflow;
import io.gatehouse.watch.LifecycleWatchWorkflow;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file that fails here belongs to lifecycles that run somewhere: change the workflow behind
 * {@code Workflow.getVersion}, never the file. Only before a version is released are its files
 * written anew, see {@link HistoriesWriter}.
 */
class HistoriesTest {
  static List<Path> histories() throws IOException {
    return Histories.all();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void the_workflows_of_today_go_the_way_of_the_history(Path file) throws Exception {
    WorkflowExecutionHistory history = Histories.read(file);

    Replay.of(history, Town.implementationOf(Histories.workflowType(history)));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void the_history_leaves_no_timer_and_names_no_machine(Path file) throws IOException {
    HistoryLaw.holdsFor(Histories.read(file).getEvents());
    assertThat(Files.readString(file)).doesNotContain("@");
  }

  @Test
  void every_workflow_has_histories() throws IOException {
    List<String> types = new ArrayList<>();
    for (Path file : Histories.all()) {
      types.add(Histories.workflowType(Histories.read(file)));
    }
    assertThat(types)
        .contains(
            GuestLifecycleWorkflow.class.getSimpleName(),
            SponsorDeskWorkflow.class.getSimpleName(),
            GuestScanWorkflow.class.getSimpleName(),
            LifecycleWatchWorkflow.class.getSimpleName());
  }

  @ParameterizedTest
  @EnumSource
  void every_path_of_a_lifecycle_has_a_history(LifecyclePath path) {
    assertThat(Histories.file(path.file())).isNotEmptyFile();
  }

  @Test
  void every_way_a_lifecycle_can_end_has_a_history() throws IOException {
    Set<Outcome> ends = EnumSet.noneOf(Outcome.class);
    for (Path file : Histories.all()) {
      Histories.outcome(Histories.read(file)).ifPresent(ends::add);
    }
    assertThat(ends).containsExactlyInAnyOrder(Outcome.values());
  }

  @Test
  void a_desk_that_goes_on_in_a_new_run_has_a_history() throws IOException {
    assertThat(Histories.read(Histories.file(Histories.DESK_THAT_GOES_ON)).getLastEvent())
        .matches(HistoryEvent::hasWorkflowExecutionContinuedAsNewEventAttributes);
  }

  @Test
  void a_workflow_that_goes_another_way_is_found_out() throws IOException {
    WorkflowExecutionHistory history = Histories.read(Histories.file("scan-fit"));

    assertThatThrownBy(() -> Replay.of(history, HastyScan.class))
        .hasStackTraceContaining("NonDeterministicException");
  }
}
