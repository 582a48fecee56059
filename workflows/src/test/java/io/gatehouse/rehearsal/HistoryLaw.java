package io.gatehouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.temporal.Wire;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.converter.DataConverter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for every history: no timer is left behind, and everything says what it is for. */
public final class HistoryLaw {
  private static final Set<EventType> CLOSED =
      Set.of(
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);

  private static final Set<EventType> NAMED =
      Set.of(
          EventType.EVENT_TYPE_TIMER_STARTED,
          EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
          EventType.EVENT_TYPE_MARKER_RECORDED);

  private HistoryLaw() {}

  public static void holdsFor(List<HistoryEvent> events) {
    holdsFor(events, Wire.converter());
  }

  /** The same for a history that this converter reads. */
  static void holdsFor(List<HistoryEvent> events, DataConverter converter) {
    assertThat(events)
        .as("workflow tasks that failed: non-determinism or an error in workflow code")
        .noneMatch(e -> e.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
    assertThat(openTimers(events))
        .as("timers left behind")
        .hasSizeLessThanOrEqualTo(CLOSED.contains(events.getLast().getEventType()) ? 0 : 1);
    for (HistoryEvent event : events) {
      if (NAMED.contains(event.getEventType())) {
        String summary = summary(event, converter);
        assertThat(summary).as("summary of %s", event).isNotBlank();
        assertThat(summary.length()).as("length for the UI").isLessThanOrEqualTo(200);
      }
    }
  }

  private static Set<Long> openTimers(List<HistoryEvent> events) {
    Set<Long> open =
        events.stream()
            .filter(HistoryEvent::hasTimerStartedEventAttributes)
            .map(HistoryEvent::getEventId)
            .collect(Collectors.toSet());
    for (HistoryEvent event : events) {
      if (event.hasTimerFiredEventAttributes()) {
        open.remove(event.getTimerFiredEventAttributes().getStartedEventId());
      } else if (event.hasTimerCanceledEventAttributes()) {
        open.remove(event.getTimerCanceledEventAttributes().getStartedEventId());
      }
    }
    return open;
  }

  /** The text that the Temporal UI shows beside a timer or an activity. */
  public static String summary(HistoryEvent event) {
    return summary(event, Wire.converter());
  }

  private static String summary(HistoryEvent event, DataConverter converter) {
    Payload payload = event.getUserMetadata().getSummary();
    return payload.getData().isEmpty()
        ? ""
        : converter.fromPayload(payload, String.class, String.class);
  }
}
