package io.gatehouse.replay;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.Outcome;
import io.gatehouse.temporal.Wire;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The committed histories: one file per workflow and path, in a folder per released version. */
final class Histories {
  static final Path FOLDER = Path.of("src/test/resources/histories");

  /** The version that is written now; an older version's folder is never written again. */
  static final String CURRENT = "v0.1";

  /** The only one of a server that suggests new runs, which the one in tests does not. */
  static final String DESK_THAT_GOES_ON = "desk-that-goes-on";

  private Histories() {}

  static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  static Path file(String name) {
    return FOLDER.resolve(CURRENT).resolve(name + ".json");
  }

  static WorkflowExecutionHistory read(Path file) throws IOException {
    return WorkflowExecutionHistory.fromJson(Files.readString(file));
  }

  static String workflowType(WorkflowExecutionHistory history) {
    return history
        .getHistory()
        .getEvents(0)
        .getWorkflowExecutionStartedEventAttributes()
        .getWorkflowType()
        .getName();
  }

  /** What the lifecycle recorded at its end; empty for other workflows. */
  static Optional<Outcome> outcome(WorkflowExecutionHistory history) {
    return history.getEvents().stream()
        .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
        .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
        .filter(activity -> activity.getActivityType().getName().equals("Close"))
        .map(activity -> activity.getInput().getPayloads(1))
        .map(payload -> Wire.converter().fromPayload(payload, Closing.class, Closing.class))
        .map(Closing::outcome)
        .findFirst();
  }

  static void write(String name, WorkflowExecutionHistory history) throws IOException {
    if (new ReleasedHistories(FOLDER).released().containsKey(CURRENT)) {
      throw new IllegalStateException(CURRENT + " is released: name the next version");
    }
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), history.toJson(true) + "\n");
  }
}
