package io.gatehouse.replay;

import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The committed histories: one file per workflow and path, in a folder per released version. */
final class Histories {
  static final Path FOLDER = Path.of("src/test/resources/histories");

  /** The version that is written now; an older version's folder is never written again. */
  static final String CURRENT = "v0.1";

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

  static void write(String name, WorkflowExecutionHistory history) throws IOException {
    if (new ReleasedHistories(FOLDER).released().containsKey(CURRENT)) {
      throw new IllegalStateException(CURRENT + " is released: name the next version");
    }
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), history.toJson(true) + "\n");
  }
}
