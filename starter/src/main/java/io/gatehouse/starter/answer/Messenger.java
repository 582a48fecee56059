package io.gatehouse.starter.answer;

import io.gatehouse.actor.Assertion;
import io.gatehouse.attestation.Message;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.temporal.codec.MissingKey;
import io.gatehouse.temporal.codec.UnreadablePayload;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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

  /**
   * A message and who sends it.
   *
   * @param sender null when nobody was proved who gave the answer
   */
  record Envelope(Message message, @Nullable Assertion sender) {}

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
  Delivered carry(AnswerRow answer, Envelope envelope, boolean startsLater, Duration limit) {
    var context =
        Context.current().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS, DEADLINES);
    try {
      return new Delivered.Applied(context.call(() -> send(answer, envelope)));
    } catch (WorkflowUpdateException refused) {
      return isUnread(refused)
          ? new Delivered.Waiting(
              "The workers cannot read what this process writes: it is delivered as soon as both have the same keys.")
          : new Delivered.Refused(sentence(refused));
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

  private Receipt send(AnswerRow answer, Envelope envelope) {
    var ref = new LifecycleRef(tenant, answer.guestId(), answer.openingId().toString());
    WorkflowStub lifecycle = client.newUntypedWorkflowStub(WorkflowIds.guest(ref));
    try {
      return update(lifecycle, answer, envelope);
    } catch (WorkflowNotFoundException gone) {
      return earlierResult(lifecycle, answer, gone);
    }
  }

  private static Receipt update(WorkflowStub to, AnswerRow answer, Envelope envelope) {
    var options =
        UpdateOptions.newBuilder(Receipt.class)
            .setUpdateName(envelope.message().action().word())
            .setUpdateId(answer.answerId().toString())
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build();
    return to.startUpdate(options, envelope.message(), envelope.sender()).getResult();
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

  /** Not the lifecycle's word: it never heard the answer. */
  private static boolean isUnread(WorkflowUpdateException refused) {
    return refused.getCause() instanceof ApplicationFailure failure
        && (MissingKey.TYPE.equals(failure.getType())
            || UnreadablePayload.TYPE.equals(failure.getType()));
  }

  private static String sentence(WorkflowUpdateException refused) {
    return refused.getCause() instanceof ApplicationFailure failure
        ? failure.getOriginalMessage()
        : DECIDED;
  }
}
