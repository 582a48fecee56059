package io.gatehouse.worker.sponsor;

import io.gatehouse.guest.Stage;
import io.gatehouse.sponsor.Agenda;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.SponsorDeskWorkflow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import io.temporal.client.BatchRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records a question and puts it on the desk of the person it is for. */
final class DeskCaller {
  private final House house;
  private final WorkflowClient temporal;
  private final Chronicle chronicle;

  DeskCaller(House house, WorkflowClient temporal) {
    this.house = house;
    this.temporal = temporal;
    this.chronicle = new Chronicle(house);
  }

  /** Asking again changes nothing. */
  void ask(Question question) {
    house.store().inTransaction(() -> record(question, house.now()));
    try {
      putOnDesk(question);
    } catch (WorkflowExecutionAlreadyStarted _) {
      putOnDesk(question); // another question opened the desk in this very moment: there it is
    }
  }

  private void putOnDesk(Question question) {
    String tenant = question.ref().tenant();
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(WorkflowIds.desk(tenant, question.sponsorId()))
            .setTaskQueue(TaskQueues.CORE)
            .setStaticSummary("conversation with one person")
            .setStaticDetails("Lives while a question to this person is open.")
            .build();
    var desk = temporal.newWorkflowStub(SponsorDeskWorkflow.class, options);
    BatchRequest request = temporal.newSignalWithStartRequest();
    request.add(desk::run, new Agenda(List.of()));
    request.add(desk::ask, question);
    temporal.signalWithStart(request);
  }

  private void record(Question question, Instant now) {
    UUID openingId = UUID.fromString(question.ref().openingId());
    // The lifecycle's row first, as everywhere: whoever delivers an answer holds it already.
    house
        .store()
        .lifecycles()
        .stage(openingId, Stage.ASKED.name(), "delivery of the question", null);
    // Whoever was asked before is not waited for any more; a late answer still counts.
    if (question.round() > 1) {
      house.store().questions().settle(openingId, question.round() - 1, now);
    }
    house
        .store()
        .questions()
        .ask(
            QuestionRow.asked(
                openingId, question.round(), question.sponsorId(), question.role().name(), now));
    chronicle.append(
        question.ref(),
        "question.asked",
        "asked/" + question.round(),
        now,
        Map.of("round", question.round(), "role", question.role().name()),
        Map.of("sponsor", question.sponsorId()));
  }
}
