package io.gatehouse.observe;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one process counts and traces: Temporal's client and workers, the JVM, and whatever our code
 * adds to Micrometer's global registry.
 */
public final class Telemetry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

  /** How often the SDK hands its numbers over; well below any scrape interval. */
  private static final Duration HAND_OVER = Duration.ofSeconds(5);

  private static final String OF_THE_SDK = "temporal_";

  /** Latencies that alerts ask for as a share; all others are sum, count and maximum. */
  private static final String ALERTED = "schedule_to_start_latency";

  private static final double[] BUCKETS_NANOS =
      DoubleStream.of(0.1, 0.5, 1, 5, 10, 30, 60, 300).map(seconds -> seconds * 1e9).toArray();

  private final PrometheusMeterRegistry registry;
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Scope sdk;
  private final Traces traces;

  private Telemetry(Traces traces) {
    this.traces = traces;
    registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(new Buckets());
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    Metrics.addRegistry(registry);
    sdk =
        new RootScopeBuilder()
            .reporter(new MicrometerClientStatsReporter(registry))
            .reportEvery(HAND_OVER);
  }

  /**
   * Begins to count, and to trace where the environment says so.
   *
   * @param service what this process is called in traces
   */
  public static Telemetry start(Map<String, String> environment, String service) {
    return new Telemetry(Traces.of(environment, service));
  }

  public Traces traces() {
    return traces;
  }

  /** Has the SDK count what these stubs and every worker on them do. */
  public void counts(WorkflowServiceStubsOptions.Builder stubs) {
    stubs.setMetricsScope(sdk);
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    traces.close();
    closeSdk();
    Metrics.removeRegistry(registry);
    collections.close();
    registry.close();
  }

  private void closeSdk() {
    try {
      sdk.close();
    } catch (ScopeCloseException e) {
      LOG.info("The last numbers of the Temporal SDK are lost: {}", e.getMessage());
    }
  }

  /**
   * The SDK asks for some seventy buckets of each of its latencies: two thousand series a worker.
   */
  private static final class Buckets implements MeterFilter {
    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
      return id.getName().startsWith(OF_THE_SDK) ? few(id).merge(config) : config;
    }

    private static DistributionStatisticConfig few(Meter.Id id) {
      var buckets = DistributionStatisticConfig.builder().percentilesHistogram(false);
      return id.getName().endsWith(ALERTED)
          ? buckets.serviceLevelObjectives(BUCKETS_NANOS).build()
          : buckets.build();
    }
  }
}
