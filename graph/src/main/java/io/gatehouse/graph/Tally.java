package io.gatehouse.graph;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the calls of one registration by what came of them, for whoever watches the process. */
final class Tally {
  private static final String CALLS = "gatehouse.graph.calls";

  /** All from the start, so that the first failure is an increase already. */
  private final Map<String, Counter> byResult;

  Tally(String registration) {
    this.byResult =
        Stream.of(
                "ok",
                "held-back",
                "throttled",
                "transient",
                "not-found",
                "forbidden",
                "licence-missing",
                "refused",
                "broken-answer")
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    result ->
                        Metrics.counter(CALLS, "registration", registration, "result", result)));
  }

  void answered() {
    count("ok");
  }

  /** Our own budget is used up: nothing was sent. */
  void heldBack() {
    count("held-back");
  }

  void failed(GraphFailure failure) {
    count(
        switch (failure) {
          case GraphFailure.Throttled _ -> "throttled";
          case GraphFailure.Transient _ -> "transient";
          case GraphFailure.NotFound _ -> "not-found";
          case GraphFailure.Forbidden _ -> "forbidden";
          case GraphFailure.LicenceMissing _ -> "licence-missing";
          case GraphFailure.Refused _ -> "refused";
          case GraphFailure.BrokenAnswer _ -> "broken-answer";
        });
  }

  private void count(String result) {
    Objects.requireNonNull(byResult.get(result)).increment();
  }
}
