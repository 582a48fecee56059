package io.gatehouse.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a failure leaves in the spans that Temporal's interceptors write. */
class WordlessSpansTest {
  private static final String QUEUE = "traced";
  private static final String PERSON = "anna@example.com";

  private final InMemorySpanExporter sent = InMemorySpanExporter.create();

  @WorkflowInterface
  public interface Asking {
    @WorkflowMethod
    void run();
  }

  @ActivityInterface
  public interface Writing {
    void write();
  }

  public static final class AskingImpl implements Asking {
    @Override
    public void run() {
      Workflow.newActivityStub(
              Writing.class,
              ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(10)).build())
          .write();
    }
  }

  public static final class Refused implements Writing {
    @Override
    public void write() {
      throw ApplicationFailure.newNonRetryableFailure("no mailbox for " + PERSON, "REFUSED");
    }
  }

  @Test
  void the_kind_of_a_failure_leaves_the_process_and_its_words_do_not() {
    List<SpanData> spans = fail(new WordlessSpans(sent));

    assertThat(spans).anyMatch(span -> span.getName().startsWith("RunActivity:"));
    assertThat(spans.toString())
        .contains(ApplicationFailure.class.getName())
        .doesNotContain(PERSON);
    assertThat(spans)
        .flatExtracting(span -> span.getEvents())
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.getAttributes().toString()).doesNotContain(PERSON));
  }

  /** Without it they would: the test above notices when Temporal stops to write them. */
  @Test
  void by_themselves_the_interceptors_tell_what_was_said() {
    assertThat(fail(sent))
        .flatExtracting(span -> span.getEvents())
        .anySatisfy(event -> assertThat(event.getAttributes().toString()).contains(PERSON));
  }

  /** The spans of a run that fails; an exporter that is shut down forgets them. */
  private List<SpanData> fail(SpanExporter exporter) {
    try (var telemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build()) {
      Traces traces = Traces.to(telemetry);
      var client = WorkflowClientOptions.newBuilder();
      traces.join(client);
      try (var temporal =
          TestWorkflowEnvironment.newInstance(
              TestEnvironmentOptions.newBuilder()
                  .setWorkflowClientOptions(client.build())
                  .setWorkerFactoryOptions(
                      WorkerFactoryOptions.newBuilder()
                          .setWorkerInterceptors(
                              traces.ofWorker().toArray(WorkerInterceptor[]::new))
                          .build())
                  .build())) {
        var worker = temporal.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(AskingImpl.class);
        worker.registerActivitiesImplementations(new Refused());
        temporal.start();
        Asking asking =
            temporal
                .getWorkflowClient()
                .newWorkflowStub(
                    Asking.class, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
        assertThatThrownBy(asking::run).hasStackTraceContaining(PERSON);
      }
      return List.copyOf(sent.getFinishedSpanItems());
    }
  }
}
