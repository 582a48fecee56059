package io.gatehouse.starter.answer;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.temporal.WorkflowIds;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Carries one recorded answer to its lifecycle as an Update whose id is the answer's id: Temporal
 * answers a repeated one with the first result.
 */
final class Messenger {
  private static final String DECIDED =
      "The lifecycle has ended already: nothing is left to decide.";

  /** Only watches deadlines of calls; one idle thread for the life of the process. */
  private static final ScheduledExecutorService DEADLINES =
      Executors.newSingleThreadScheduledExecutor(Messenger::deadlineThread);

  private final String tenant;
  private final WorkflowClient client;

  Messenger(String tenant, WorkflowClient client) {
    this.tenant = tenant;
    this.client = client;
  }

  /**
   * Sends the answer and waits for the receipt.
   *
   * @param startsLater the lifecycle is opened and its workflow may not run yet
   * @param limit without it an Update waits for a worker for ever
   */
  Delivered carry(AnswerRow answer, ZoneId zone, boolean startsLater, Duration limit) {
    var context =
        Context.current().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS, DEADLINES);
    try {
      return new Delivered.Applied(context.call(() -> send(answer, zone)));
    } catch (WorkflowUpdateException refused) {
      return new Delivered.Refused(sentence(refused));
    } catch (WorkflowNotFoundException gone) {
      return startsLater
          ? new Delivered.Waiting("The lifecycle is about to start: the answer waits for it.")
          : new Delivered.Refused(DECIDED);
    } catch (WorkflowServiceException | StatusRuntimeException unreachable) {
      return new Delivered.Waiting(
          "Temporal or its workers do not answer: it is delivered as soon as they do.");
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("sending an Update throws no checked exception", e);
    } finally {
      context.cancel(null);
    }
  }

  private Receipt send(AnswerRow answer, ZoneId zone) {
    var ref = new LifecycleRef(tenant, answer.guestId(), answer.openingId().toString());
    WorkflowStub lifecycle = client.newUntypedWorkflowStub(WorkflowIds.guest(ref));
    try {
      return switch (answer.choice()) {
        case "HOLD" -> update(lifecycle, "hold", answer, hold(answer, zone));
        case "RELEASE" ->
            update(
                lifecycle,
                "release",
                answer,
                new Release(ref.openingId(), answer.answerId().toString()));
        default -> update(lifecycle, "decide", answer, decision(answer));
      };
    } catch (WorkflowNotFoundException gone) {
      return earlierResult(lifecycle, answer, gone);
    }
  }

  private static Receipt update(WorkflowStub to, String name, AnswerRow answer, Object message) {
    var options =
        UpdateOptions.newBuilder(Receipt.class)
            .setUpdateName(name)
            .setUpdateId(answer.answerId().toString())
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build();
    return to.startUpdate(options, message).getResult();
  }

  /** The answer may have got through before, and ended the lifecycle before we wrote that down. */
  private static Receipt earlierResult(
      WorkflowStub lifecycle, AnswerRow answer, WorkflowNotFoundException gone) {
    try {
      return lifecycle.getUpdateHandle(answer.answerId().toString(), Receipt.class).getResult();
    } catch (WorkflowServiceException | StatusRuntimeException neverHeard) {
      gone.addSuppressed(neverHeard);
      throw gone;
    }
  }

  /** Not of the page whose request was the first: Tomcat would look for it when the pages end. */
  private static Thread deadlineThread(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().name("answer-deadlines").unstarted(work);
    thread.setContextClassLoader(Messenger.class.getClassLoader());
    return thread;
  }

  private static Hold hold(AnswerRow answer, ZoneId zone) {
    LocalDate last = Objects.requireNonNull(answer.keepUntil(), "a hold names its last day");
    return new Hold(
        answer.openingId().toString(),
        answer.answerId().toString(),
        last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static Decision decision(AnswerRow answer) {
    return new Decision(
        answer.openingId().toString(),
        answer.answerId().toString(),
        Voice.valueOf(answer.actorKind()),
        Objects.requireNonNullElse(answer.round(), 0),
        Choice.valueOf(answer.choice()),
        answer.keepUntil());
  }

  private static String sentence(WorkflowUpdateException refused) {
    return refused.getCause() instanceof ApplicationFailure failure
        ? failure.getOriginalMessage()
        : DECIDED;
  }
}
