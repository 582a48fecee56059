package io.gatehouse.sponsor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.rehearsal.DeskOnServer;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import org.junit.jupiter.api.Test;

/** A conversation that outgrows one history. */
class DeskGoesOnTest {
  @Test
  void a_long_conversation_goes_on_in_a_new_run_that_knows_what_was_asked_and_what_is_left() {
    try (var desk = new DeskOnServer()) {
      desk.asks(5, 6);
      desk.awaitNewRun();
      desk.asks(5, 6); // the new run has to know it
      desk.awaitEnd();

      assertThat(desk.statusOfFirstRun())
          .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW);
      assertThat(desk.mails()).containsExactly(0, 1, 2);
      assertThat(desk.heard()).hasSize(1).allMatch(delivery -> delivery.deliveredAt() != null);
    }
  }
}
