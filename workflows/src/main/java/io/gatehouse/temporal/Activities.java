package io.gatehouse.temporal;

import io.gatehouse.actor.ActorActivities;
import io.gatehouse.guest.LookActivities;
import io.gatehouse.guest.RecordActivities;
import io.gatehouse.guest.ScanActivities;
import io.gatehouse.guest.ScanReadActivities;
import io.gatehouse.safety.EffectActivities;
import io.gatehouse.safety.HoldingActivities;
import io.gatehouse.safety.ReservationActivities;
import io.gatehouse.sponsor.MailActivities;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.temporal.codec.UnreadablePayload;
import io.gatehouse.watch.WatchActivities;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Stubs of all activities with the queue, time-outs and retries they share. The summary is what the
 * Temporal UI shows beside the activity.
 */
public final class Activities {
  private static final RetryOptions RETRIES =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofSeconds(2))
          .setMaximumInterval(Duration.ofMinutes(5))
          .setDoNotRetry(
              Stream.concat(
                      Arrays.stream(FailureType.values())
                          .filter(type -> !type.worthRetrying())
                          .map(Enum::name),
                      Stream.of(UnreadablePayload.TYPE))
                  .toArray(String[]::new))
          .build();

  /** Short, because an attempt may be handed to a poll that nobody listens to (temporal.md 11). */
  private static final Duration ONE_ATTEMPT = Duration.ofSeconds(30);

  /** Before the workflow task has to ask for more time: nothing else goes on in the workflow. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  /** Behind this a scan counts as failed: the next one is a day away. */
  private static final Duration SCAN_PATIENCE = Duration.ofHours(6);

  /** Behind this a notice is given up that nothing waits for. */
  private static final Duration NOTICE_PATIENCE = Duration.ofDays(1);

  /** Behind this a round of the watch is given up: the next one looks at everything again. */
  private static final Duration ROUND_PATIENCE = Duration.ofMinutes(4);

  private Activities() {}

  public static ScanActivities scan(String summary) {
    return patiently(ScanActivities.class, TaskQueues.CORE, summary, SCAN_PATIENCE);
  }

  public static ScanReadActivities scanRead(String summary) {
    return patiently(ScanReadActivities.class, TaskQueues.GRAPH_READ, summary, SCAN_PATIENCE);
  }

  public static LookActivities look(String summary) {
    return stub(LookActivities.class, TaskQueues.GRAPH_LOOK, summary);
  }

  public static HoldingActivities holding(String summary) {
    return stub(HoldingActivities.class, TaskQueues.GRAPH_LOOK, summary);
  }

  public static SponsorActivities sponsor(String summary) {
    return stub(SponsorActivities.class, TaskQueues.GRAPH_READ, summary);
  }

  public static RecordActivities record(String summary) {
    return stub(RecordActivities.class, TaskQueues.CORE, summary);
  }

  public static ActorActivities actor(String summary) {
    return stub(ActorActivities.class, TaskQueues.CORE, summary);
  }

  /** One attempt inside the workflow task, which spares the server a task and us a round. */
  public static ActorActivities actorAtOnce(String summary) {
    return Workflow.newLocalActivityStub(
        ActorActivities.class,
        LocalActivityOptions.newBuilder()
            .setStartToCloseTimeout(AT_ONCE)
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
            .setSummary(summary)
            .build());
  }

  public static ReservationActivities reservation(String summary) {
    return stub(ReservationActivities.class, TaskQueues.CORE, summary);
  }

  public static EffectActivities effect(String summary) {
    return Workflow.newActivityStub(
        EffectActivities.class,
        options(TaskQueues.GRAPH_WRITE, summary)
            // Who cancels in the middle of a write still has to hear what became of it.
            .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
            .build());
  }

  public static MailActivities mail(String summary) {
    return stub(MailActivities.class, TaskQueues.MAIL, summary);
  }

  /** For a notice that is sent beside what goes on. */
  public static MailActivities mailBeside(String summary) {
    return patiently(MailActivities.class, TaskQueues.MAIL, summary, NOTICE_PATIENCE);
  }

  public static WatchActivities watch(String summary) {
    return patiently(WatchActivities.class, TaskQueues.CORE, summary, ROUND_PATIENCE);
  }

  private static <T> T stub(Class<T> type, String queue, String summary) {
    return Workflow.newActivityStub(type, options(queue, summary).build());
  }

  private static <T> T patiently(Class<T> type, String queue, String summary, Duration patience) {
    return Workflow.newActivityStub(
        type, options(queue, summary).setScheduleToCloseTimeout(patience).build());
  }

  private static ActivityOptions.Builder options(String queue, String summary) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(ONE_ATTEMPT)
        .setRetryOptions(RETRIES)
        .setSummary(summary);
  }
}
