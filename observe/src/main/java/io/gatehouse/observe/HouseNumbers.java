package io.gatehouse.observe;

import static java.lang.Double.NaN;

import io.gatehouse.guest.Stage;
import io.gatehouse.policy.Caps;
import io.gatehouse.policy.Mode;
import io.gatehouse.safety.Effect;
import io.gatehouse.store.Store;
import io.gatehouse.store.scan.ScanRow;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * How the house stands, as gauges. The database is asked at most every 15 seconds, however many
 * scrape; while it does not answer the numbers are NaN, and {@code gatehouse_standing_known} is 0.
 */
public final class HouseNumbers {
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final List<String> JUDGEMENTS = List.of("FIT", "TOO_EARLY", "UNFIT");

  private final Store store;
  private final Clock clock;
  private @Nullable Standing known;
  private long readAt;
  private boolean wasRead;

  private HouseNumbers(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Adds the gauges to what the process tells. */
  public static HouseNumbers of(Store store, Clock clock, Telemetry telemetry) {
    var numbers = new HouseNumbers(store, clock);
    numbers.bindTo(telemetry.registry());
    return numbers;
  }

  /** The newest reading; null while the database does not answer. */
  public synchronized @Nullable Standing standing() {
    if (!wasRead || System.nanoTime() - readAt > FRESH.toNanos()) {
      known = read();
      readAt = System.nanoTime();
      wasRead = true;
    }
    return known;
  }

  private @Nullable Standing read() {
    try {
      return Standing.read(store, clock.instant());
    } catch (DataAccessException | TransactionException e) {
      return null;
    }
  }

  private void bindTo(MeterRegistry registry) {
    Gauge.builder("gatehouse.standing.known", () -> standing() == null ? 0 : 1).register(registry);
    for (Stage stage : Stage.values()) {
      if (stage != Stage.CLOSED) {
        gauge("gatehouse.lifecycles.open", at -> at.openByStage().getOrDefault(stage.name(), 0L))
            .tag("stage", word(stage.name()))
            .register(registry);
      }
    }
    gauge("gatehouse.lifecycles.need.operator", Standing::needOperator).register(registry);
    gauge("gatehouse.lifecycles.stuck", Standing::stuck).register(registry);
    gauge("gatehouse.gate.open", at -> at.safety().gateIsOpen() ? 1 : 0).register(registry);
    gauge("gatehouse.mode.proved", at -> at.safety().modeFlaw() == null ? 1 : 0).register(registry);
    for (Mode mode : Mode.values()) {
      gauge("gatehouse.mode", at -> at.safety().mode().equals(mode.name()) ? 1 : 0)
          .tag("mode", word(mode.name()))
          .register(registry);
    }
    caps(registry, Effect.DISABLE);
    caps(registry, Effect.SOFT_DELETE);
    gauge("gatehouse.answers.undelivered", Standing::undelivered).register(registry);
    seconds("gatehouse.answers.undelivered.age", this::answerAge).register(registry);
    seconds("gatehouse.scan.age", this::scanAge).register(registry);
    seconds("gatehouse.watch.age", this::watchAge).register(registry);
    seconds("gatehouse.scan.duration", HouseNumbers::scanDuration).register(registry);
    for (String judgement : JUDGEMENTS) {
      gauge("gatehouse.scan.judgement", at -> judgement.equals(judgementOf(at)) ? 1 : 0)
          .tag("judgement", word(judgement))
          .register(registry);
    }
  }

  private void caps(MeterRegistry registry, Effect effect) {
    cap(registry, "used", effect, "day", at -> at.used(effect).day());
    cap(registry, "used", effect, "week", at -> at.used(effect).week());
    cap(registry, "limit", effect, "day", at -> limit(at, effect, Caps.Counts::perDay));
    cap(registry, "limit", effect, "week", at -> limit(at, effect, Caps.Counts::perWeek));
  }

  private void cap(
      MeterRegistry registry,
      String what,
      Effect effect,
      String window,
      ToDoubleFunction<Standing> value) {
    gauge("gatehouse.cap." + what, value)
        .tag("effect", word(effect.name()))
        .tag("window", window)
        .register(registry);
  }

  private static double limit(Standing at, Effect effect, ToDoubleFunction<Caps.Counts> window) {
    Caps.Counts caps = at.caps().get(effect);
    return caps == null ? NaN : window.applyAsDouble(caps);
  }

  private Gauge.Builder<?> gauge(String name, ToDoubleFunction<Standing> value) {
    return Gauge.builder(name, () -> number(value));
  }

  private TimeGauge.Builder<?> seconds(String name, ToDoubleFunction<Standing> value) {
    return TimeGauge.builder(name, () -> number(value), TimeUnit.SECONDS);
  }

  private double number(ToDoubleFunction<Standing> value) {
    Standing now = standing();
    return now == null ? NaN : value.applyAsDouble(now);
  }

  private double answerAge(Standing at) {
    Instant oldest = at.oldestAnswer();
    return oldest == null ? 0 : since(oldest);
  }

  /**
   * Of the reading that it stands on, not of the end. A house that never read is as old as can be.
   */
  private double scanAge(Standing at) {
    ScanRow scan = at.scan();
    return scan == null ? Double.POSITIVE_INFINITY : since(scan.startedAt());
  }

  /** Where it never looked, as old as can be. */
  private double watchAge(Standing at) {
    Instant watched = at.watched();
    return watched == null ? Double.POSITIVE_INFINITY : since(watched);
  }

  private static double scanDuration(Standing at) {
    ScanRow scan = at.scan();
    Instant end = scan == null ? null : scan.finishedAt();
    return scan == null || end == null
        ? NaN
        : Duration.between(scan.startedAt(), end).toMillis() / 1e3;
  }

  private static @Nullable String judgementOf(Standing at) {
    ScanRow scan = at.scan();
    return scan == null ? null : scan.judgement();
  }

  private double since(Instant then) {
    return Duration.between(then, clock.instant()).toMillis() / 1e3;
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
