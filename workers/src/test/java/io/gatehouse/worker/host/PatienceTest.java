package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.temporal.FailureType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
  private static final String QUEUE = "patience";

  @ParameterizedTest
  @CsvSource({"LICENCE_MISSING, 4", "BROKEN_ANSWER, 20"})
  void what_more_attempts_do_not_mend_fails_for_good_after_its_own_number(
      FailureType type, int attempts) {
    var made = new AtomicInteger();

    WorkflowFailedException failed =
        catchThrowableOfType(WorkflowFailedException.class, () -> run(type, made, attempts + 1));

    assertThat(made).hasValue(attempts);
    assertThat(failed)
        .rootCause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            cause -> {
              assertThat(cause.getType()).isEqualTo(type.name());
              assertThat(cause.getOriginalMessage()).isEqualTo("the words");
            });
  }

  @ParameterizedTest
  @CsvSource({"TRANSIENT, 30", "LICENCE_MISSING, 3", "BROKEN_ANSWER, 19"})
  void what_mends_itself_before_that_is_waited_for(FailureType type, int failures) {
    var made = new AtomicInteger();

    run(type, made, failures);

    assertThat(made).hasValue(failures + 1);
  }

  private static void run(FailureType type, AtomicInteger made, int failures) {
    var options =
        TestEnvironmentOptions.newBuilder()
            .setWorkerFactoryOptions(
                WorkerFactoryOptions.newBuilder().setWorkerInterceptors(new Patience()).build())
            .build();
    try (var temporal = TestWorkflowEnvironment.newInstance(options)) {
      var worker = temporal.newWorker(QUEUE);
      worker.registerWorkflowImplementationTypes(Wish.Impl.class);
      Wish.Deed deed =
          () -> {
            if (made.incrementAndGet() <= failures) {
              throw ApplicationFailure.newFailure("the words", type.name());
            }
          };
      worker.registerActivitiesImplementations(deed);
      temporal.start();
      WorkflowStub wish =
          temporal
              .getWorkflowClient()
              .newUntypedWorkflowStub(
                  "Wish", WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
      wish.start();
      wish.getResult(Void.class);
    }
  }
}
