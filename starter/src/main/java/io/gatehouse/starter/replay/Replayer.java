package io.gatehouse.starter.replay;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.worker.NonDeterministicException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Replays histories of a namespace with this build's workflows. The worker behind it never starts:
 * it takes up no work, and nothing is written anywhere.
 */
public final class Replayer implements AutoCloseable {
  /** A machine that only checks may be slow; it is no deadlock. */
  private static final Duration ONE_TASK = Duration.ofSeconds(20);

  private static final String ERROR = "error=";

  private final WorkflowClient client;
  private final Class<?>[] implementations;
  private final WorkerFactory factory;
  private final Worker worker;

  /**
   * For the workflows in a client's namespace, read with its data converter.
   *
   * @param implementations what they are replayed with
   */
  public Replayer(WorkflowClient client, Class<?>... implementations) {
    this.client = client;
    this.implementations = implementations.clone();
    this.factory = WorkerFactory.newInstance(client);
    this.worker =
        factory.newWorker(
            "gatehouse-replay",
            WorkerOptions.newBuilder()
                .setDefaultDeadlockDetectionTimeout(ONE_TASK.toMillis())
                .build());
    worker.registerWorkflowImplementationTypes(this.implementations);
  }

  /** The types of workflow, as Temporal names them. */
  public List<String> types() {
    return Arrays.stream(implementations)
        .flatMap(each -> POJOWorkflowImplMetadata.newInstance(each).getWorkflowMethods().stream())
        .map(POJOWorkflowMethodMetadata::getName)
        .toList();
  }

  /** The executions of a type that are chosen. */
  public List<WorkflowExecution> executions(String type, Choice choice) {
    return choice.of(client, type, RandomGenerator.getDefault());
  }

  /** Replays one as far as it came. */
  public Replayed replay(WorkflowExecution execution) {
    try {
      worker.replayWorkflowExecution(
          client.fetchHistory(execution.getWorkflowId(), execution.getRunId()));
      return new Replayed.Same();
    } catch (WorkflowNotFoundException forgotten) {
      return new Replayed.Gone();
    } catch (Exception e) { // declared by the SDK, which throws what the replay threw
      return read(e);
    }
  }

  /** The SDK hands on what went wrong as text only: a message with the trace of its cause. */
  static Replayed read(Exception e) {
    String text = String.valueOf(e.getMessage());
    int begins = text.indexOf(ERROR);
    List<String> causes =
        Stream.of((begins < 0 ? text : text.substring(begins + ERROR.length())).split("\\R"))
            .filter(line -> !line.isBlank() && !line.startsWith("\t"))
            .map(line -> line.replaceFirst("^Caused by: ", ""))
            .toList();
    String other = NonDeterministicException.class.getName() + ": ";
    return causes.stream()
        .filter(line -> line.startsWith(other))
        .findFirst()
        .<Replayed>map(line -> new Replayed.Diverged(line.substring(other.length())))
        .orElseGet(() -> new Replayed.Unread(words(causes.isEmpty() ? text : causes.getLast())));
  }

  /** Without the name of the exception's class, which says nothing to an operator. */
  private static String words(String line) {
    return line.replaceFirst("^([a-z]\\w*\\.)+[\\w$]+: ", "");
  }

  @Override
  public void close() {
    factory.shutdownNow();
  }
}
