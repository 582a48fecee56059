package io.gatehouse.observe;

import io.gatehouse.config.StartProblem;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.opentracing.OpenTracingClientInterceptor;
import io.temporal.opentracing.OpenTracingOptions;
import io.temporal.opentracing.OpenTracingSpanContextCodec;
import io.temporal.opentracing.OpenTracingWorkerInterceptor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spans from whoever starts, signals or updates a workflow through the workflow to its activities,
 * joined by a W3C {@code traceparent} in Temporal's headers. Without an endpoint there are none,
 * and no header either.
 *
 * <p>Temporal's own OpenTracing interceptors, which write no span while a workflow replays, on
 * OpenTelemetry's shim: Temporal has no OpenTelemetry module that resolves (ADR 27).
 */
public final class Traces implements AutoCloseable {
  /** Set, it says where spans go; the other variables of OpenTelemetry hold too. */
  static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

  /** Only the context of spans travels: baggage could carry anything. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.traces.exporter", "otlp",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none",
          "otel.propagators", "tracecontext",
          "otel.exporter.otlp.protocol", "http/protobuf");

  /** No spans. */
  public static final Traces NONE = new Traces(null, null);

  private final @Nullable OpenTelemetrySdk sdk;
  private final @Nullable OpenTracingOptions options;
  private final Tracer tracer;

  private Traces(@Nullable OpenTelemetrySdk sdk, @Nullable OpenTelemetry spans) {
    this.sdk = sdk;
    this.options = spans == null ? null : options(spans);
    this.tracer = (spans == null ? OpenTelemetry.noop() : spans).getTracer("gatehouse");
  }

  /**
   * As the environment says.
   *
   * @param service the name that spans carry, unless {@code OTEL_SERVICE_NAME} gives another
   * @throws StartProblem when OpenTelemetry refuses its variables
   */
  static Traces of(Map<String, String> environment, String service) {
    if (environment.getOrDefault(ENDPOINT, "").isBlank()) {
      return NONE;
    }
    try {
      OpenTelemetrySdk sdk =
          AutoConfiguredOpenTelemetrySdk.builder()
              .addPropertiesSupplier(() -> DEFAULTS)
              .addPropertiesSupplier(() -> Map.of("otel.service.name", service))
              .addSpanExporterCustomizer((exporter, _) -> new WordlessSpans(exporter))
              .disableShutdownHook()
              .build()
              .getOpenTelemetrySdk();
      return new Traces(sdk, sdk);
    } catch (ConfigurationException | IllegalArgumentException e) {
      throw new StartProblem(
          "Traces cannot be sent as the OTEL_ variables say (%s): correct them, or remove %s for none."
              .formatted(e.getMessage(), ENDPOINT),
          e);
    }
  }

  /** To whoever collects the spans already. */
  public static Traces to(OpenTelemetry spans) {
    return new Traces(null, spans);
  }

  /** For spans around what is no workflow. */
  public Tracer tracer() {
    return tracer;
  }

  /** For a client that starts, signals and updates. */
  public void join(WorkflowClientOptions.Builder client) {
    if (options != null) {
      client.setInterceptors(new OpenTracingClientInterceptor(options));
    }
  }

  /** For a worker; the last one stands outermost. */
  public List<WorkerInterceptor> ofWorker() {
    return options == null
        ? List.of()
        : List.of(new TraceInLogs(), new OpenTracingWorkerInterceptor(options));
  }

  private static OpenTracingOptions options(OpenTelemetry spans) {
    return OpenTracingOptions.newBuilder()
        .setTracer(OpenTracingShim.createTracerShim(spans))
        .setSpanContextCodec(OpenTracingSpanContextCodec.TEXT_MAP_INJECT_EXTRACT_CODEC)
        .build();
  }

  /** Sends what was not sent yet. */
  @Override
  public void close() {
    if (sdk != null) {
      sdk.close();
    }
  }
}
