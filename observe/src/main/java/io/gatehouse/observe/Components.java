package io.gatehouse.observe;

import io.gatehouse.store.Store;
import io.gatehouse.store.scan.ScanRow;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What several kinds of process stand on. */
public final class Components {
  /** For peers that cost nothing to ask. */
  private static final Duration MOMENT = Duration.ofSeconds(5);

  /** Scans are daily, within half an hour. */
  private static final Duration SCAN_TOO_OLD = Duration.ofHours(26);

  /** The watch looks every five minutes, and starts anew every hour. */
  private static final Duration WATCH_TOO_OLD = Duration.ofMinutes(30);

  /** Delivery is tried every second. */
  private static final Duration DELIVERY_TOO_LONG = Duration.ofHours(1);

  private static final String UNKNOWN = "the database does not answer";

  private Components() {}

  /** For a process that is out of work without Temporal. */
  public static Component temporal(WorkflowServiceStubs stubs) {
    return Component.needed("temporal", MOMENT, "Temporal does not answer", () -> healthy(stubs));
  }

  /** For pages, which take answers without Temporal too and deliver them later. */
  public static Component temporalLater(WorkflowServiceStubs stubs) {
    return Component.warning(
        "temporal",
        MOMENT,
        "Temporal does not answer: what people answer is kept and delivered later",
        () -> healthy(stubs));
  }

  public static Component postgresql(Store store) {
    return Component.needed(
        "postgresql",
        MOMENT,
        UNKNOWN,
        () -> {
          store.safety().current();
          return "";
        });
  }

  /** When the last scan was, as a warning. */
  public static Component lastScan(HouseNumbers numbers, Clock clock) {
    return Component.warning(
        "last-scan", MOMENT, UNKNOWN, () -> scanProblem(numbers.standing(), clock.instant()));
  }

  /** When the watch last saw every open lifecycle, as a warning. */
  public static Component lastWatch(HouseNumbers numbers, Clock clock) {
    return Component.warning(
        "last-watch", MOMENT, UNKNOWN, () -> watchProblem(numbers.standing(), clock.instant()));
  }

  /** How long the oldest answer waits, as a warning. */
  public static Component answers(HouseNumbers numbers, Clock clock) {
    return Component.warning(
        "answers", MOMENT, UNKNOWN, () -> answerProblem(numbers.standing(), clock.instant()));
  }

  /** The machine's clock, as a warning: pages work with a wrong one, and sign nothing. */
  public static Component clock(Callable<String> problem) {
    return Component.warning("clock", MOMENT, UNKNOWN, problem);
  }

  private static String healthy(WorkflowServiceStubs stubs) {
    stubs.healthCheck();
    return "";
  }

  static String scanProblem(@Nullable Standing standing, Instant now) {
    if (standing == null) {
      return UNKNOWN;
    }
    ScanRow scan = standing.scan();
    if (scan == null) {
      return "no scan has come to its end yet";
    }
    Duration age = Duration.between(scan.startedAt(), now);
    return age.compareTo(SCAN_TOO_OLD) > 0
        ? "the last complete scan began %d hours ago".formatted(age.toHours())
        : "";
  }

  static String watchProblem(@Nullable Standing standing, Instant now) {
    if (standing == null) {
      return UNKNOWN;
    }
    Instant watched = standing.watched();
    if (watched == null) {
      return "no watch has looked at the open lifecycles yet";
    }
    Duration age = Duration.between(watched, now);
    return age.compareTo(WATCH_TOO_OLD) > 0
        ? "the watch last looked at the open lifecycles %d minutes ago".formatted(age.toMinutes())
        : "";
  }

  static String answerProblem(@Nullable Standing standing, Instant now) {
    if (standing == null) {
      return UNKNOWN;
    }
    Instant oldest = standing.oldestAnswer();
    return oldest != null && oldest.isBefore(now.minus(DELIVERY_TOO_LONG))
        ? "%d answers wait, the oldest for %d hours"
            .formatted(standing.undelivered(), Duration.between(oldest, now).toHours())
        : "";
  }
}
