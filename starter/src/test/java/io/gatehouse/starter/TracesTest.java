package io.gatehouse.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.observe.Traces;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.answer.Delivered;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a trace shows of an answer on its way. */
class TracesTest {
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();
  private final Traces traces = Traces.to(telemetry);
  private final TestHouse house = new TestHouse();
  private final Crew crew =
      Crew.on(
          house.client,
          house.store,
          WorkerFactoryOptions.newBuilder()
              // Nothing is kept: each workflow task replays all before it.
              .setWorkflowCacheSize(0)
              .setWorkerInterceptors(traces.ofWorker().toArray(WorkerInterceptor[]::new))
              .build());

  @AfterEach
  void end() {
    crew.close();
    house.close();
    telemetry.close();
  }

  @Test
  void one_trace_spans_an_answers_delivery_the_update_and_the_activity_that_proves_its_sender() {
    LifecycleRow lifecycle = house.running("Ann Traced");
    AnswerRow answer =
        house.record(
            lifecycle,
            new Actor.Proved(house.people.olivia.person()),
            new Act.Keep(LocalDate.of(2027, 12, 31), "needed"));

    assertThat(house.delivery(tracingClient()).deliver(answer.answerId(), Duration.ofSeconds(20)))
        .isInstanceOf(Delivered.Applied.class);

    assertThat(namesByTrace().values())
        .anySatisfy(names ->
            assertThat(names)
                .anyMatch(name -> name.startsWith("UpdateWorkflow:"))
                .anyMatch(name -> name.startsWith("HandleUpdate:"))
                .anyMatch(name -> name.startsWith("StartActivity:"))
                .anyMatch(name -> name.startsWith("RunActivity:")));
    assertThat(spans.getFinishedSpanItems())
        .extracting(SpanData::getName)
        .filteredOn(name -> name.startsWith("HandleUpdate:"))
        .as("a replay writes no second span")
        .hasSize(1);
    assertThat(spans.getFinishedSpanItems().toString())
        .doesNotContain("Ann Traced", "needed", "Olivia");
  }

  @Test
  void a_sponsors_answer_on_the_page_is_one_trace_from_the_request_on_and_tells_no_link() {
    String token = house.token(house.running("Ann Requested"), Duration.ofDays(60));
    try (var serve = house.serve(tracingClient(), traces)) {
      var visitor = new Visitor(serve.port());
      assertThat(visitor.get("/a/" + token).statusCode()).isEqualTo(200);
      assertThat(visitor.get("/nowhere/" + token).statusCode()).isEqualTo(404);
      visitor.post("/a/" + token, "choice=keep&reason=needed&until=2027-06-30");
    }

    assertThat(namesByTrace().values())
        .anySatisfy(names ->
            assertThat(names)
                .contains("POST /a/{token}")
                .anyMatch(name -> name.startsWith("UpdateWorkflow:"))
                .anyMatch(name -> name.startsWith("RunActivity:")))
        .contains(Set.of("GET /a/{token}"));
    assertThat(spans.getFinishedSpanItems().toString()).doesNotContain(token, "Ann Requested");
  }

  private Map<String, Set<String>> namesByTrace() {
    List<SpanData> all = spans.getFinishedSpanItems();
    return all.stream()
        .collect(
            Collectors.groupingBy(
                SpanData::getTraceId, Collectors.mapping(SpanData::getName, Collectors.toSet())));
  }

  private WorkflowClient tracingClient() {
    var options = WorkflowClientOptions.newBuilder().setDataConverter(Wire.converter());
    traces.join(options);
    return WorkflowClient.newInstance(house.temporal.getWorkflowServiceStubs(), options.build());
  }
}
