package io.gatehouse.benchmark.lifecycle;

import com.google.protobuf.util.Timestamps;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What one case costs the server, and what Temporal Cloud bills of it.
 *
 * @param tasks completed workflow tasks
 * @param activities how many ran; commands, like timers, upserts and messages
 */
record Cost(
    int events,
    int tasks,
    long transitions,
    long bytes,
    int activities,
    int timers,
    int upserts,
    int messages) {

  private static final Set<EventType> MESSAGES =
      Set.of(
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED);

  static Cost of(WorkflowClient client, String id) {
    var described = client.newUntypedWorkflowStub(id).describe().getRawDescription();
    var info = described.getWorkflowExecutionInfo();
    List<EventType> types =
        client.fetchHistory(id).getEvents().stream().map(HistoryEvent::getEventType).toList();
    return new Cost(
        types.size(),
        count(types, EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED),
        info.getStateTransitionCount(),
        info.getHistorySizeBytes(),
        count(types, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
            + count(types, EventType.EVENT_TYPE_MARKER_RECORDED), // a local one
        count(types, EventType.EVENT_TYPE_TIMER_STARTED),
        count(types, EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES),
        (int) types.stream().filter(MESSAGES::contains).count());
  }

  /** Workflow tasks that nobody took or finished in time since an instant. */
  static long timedOut(WorkflowClient client, String id, Instant since) {
    return client.fetchHistory(id).getEvents().stream()
        .filter(e -> Timestamps.toMillis(e.getEventTime()) >= since.toEpochMilli())
        .filter(e -> e.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT)
        .count();
  }

  private static int count(List<EventType> types, EventType type) {
    return (int) types.stream().filter(type::equals).count();
  }

  /** The start, and each activity, timer, upsert and message (Temporal's documentation). */
  int actions() {
    return 1 + activities + timers + upserts + messages;
  }

  /** Whether both ask the server for the same: then they may be compared. */
  boolean asksTheSameAs(Cost other) {
    return activities == other.activities
        && timers == other.timers
        && upserts == other.upserts
        && messages == other.messages;
  }

  String line() {
    return "%d %d %d %d %d %d %d %d"
        .formatted(events, tasks, transitions, bytes, activities, timers, upserts, messages);
  }

  static Cost read(String line) {
    int[] n = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
    return new Cost(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
  }
}
