package io.gatehouse.graph;

import io.micrometer.core.instrument.Metrics;
import java.util.List;

/** Counts calls to Graph by what came of them, for whoever watches the process. */
final class Tally {
  private static final String CALLS = "gatehouse.graph.calls";
  private static final String RESULT = "result";

  static {
    // All from the start, so that the first failure is an increase already.
    for (String result :
        List.of(
            "ok",
            "held-back",
            "throttled",
            "transient",
            "not-found",
            "forbidden",
            "licence-missing",
            "refused",
            "broken-answer")) {
      Metrics.counter(CALLS, RESULT, result);
    }
  }

  private Tally() {}

  static void answered() {
    count("ok");
  }

  /** Our own budget is used up: nothing was sent. */
  static void heldBack() {
    count("held-back");
  }

  static void failed(GraphFailure failure) {
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

  private static void count(String result) {
    Metrics.counter(CALLS, RESULT, result).increment();
  }
}
