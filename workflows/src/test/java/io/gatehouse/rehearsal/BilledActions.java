package io.gatehouse.rehearsal;

import io.temporal.api.history.v1.HistoryEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What Temporal Cloud bills of one run, first attempts only: the start, each upsert, activity,
 * timer, signal and accepted Update (Temporal documentation, "Actions"). A signal from another
 * workflow is counted where it arrives.
 */
public final class BilledActions {
  private BilledActions() {}

  /** The same of a run that a signal started: signal-with-start is one Action. */
  public static List<String> ofStartedBySignal(List<HistoryEvent> events) {
    List<String> actions = of(events);
    actions.remove("signal");
    return actions;
  }

  /** One line per Action, in the order of the history. */
  public static List<String> of(List<HistoryEvent> events) {
    var actions = new ArrayList<String>();
    for (HistoryEvent event : events) {
      switch (event.getEventType()) {
        case EVENT_TYPE_WORKFLOW_EXECUTION_STARTED -> actions.add("start");
        case EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES -> actions.add("upsert");
        case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED ->
            actions.add("activity: " + HistoryLaw.summary(event));
        // Of a local activity; all of one workflow task are one Action.
        case EVENT_TYPE_MARKER_RECORDED -> actions.add("activity: " + HistoryLaw.summary(event));
        case EVENT_TYPE_TIMER_STARTED -> actions.add("timer: " + HistoryLaw.summary(event));
        case EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED -> actions.add("update");
        case EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED -> actions.add("signal");
        case EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
            EVENT_TYPE_WORKFLOW_TASK_STARTED,
            EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
            EVENT_TYPE_ACTIVITY_TASK_STARTED,
            EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
            EVENT_TYPE_TIMER_FIRED,
            EVENT_TYPE_TIMER_CANCELED,
            EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
            EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED,
            EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_SIGNALED,
            EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED -> {}
        default ->
            throw new IllegalArgumentException(
                "nobody has said yet whether %s is billed".formatted(event.getEventType()));
      }
    }
    return actions;
  }
}
