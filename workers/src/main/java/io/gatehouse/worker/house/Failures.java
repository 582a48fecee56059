package io.gatehouse.worker.house;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.temporal.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;

/** Turns failures into what Temporal's retry understands. */
public final class Failures {
  private Failures() {}

  /** The type decides whether Temporal tries again, Graph's {@code Retry-After} decides when. */
  public static ApplicationFailure of(GraphException failure) {
    String sentence = String.valueOf(failure.getMessage());
    FailureType type = type(failure.failure());
    return failure.failure() instanceof GraphFailure.Throttled throttled
        ? ApplicationFailure.newFailureWithCauseAndDelay(
            sentence, type.name(), null, throttled.after())
        : ApplicationFailure.newFailure(sentence, type.name());
  }

  /** Runs a reading; what Graph does not answer becomes what Temporal's retry understands. */
  public static <T> T translated(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (GraphException e) {
      throw of(e);
    }
  }

  /** For an effect: whoever decides sees at once that a licence is missing, a scan asks again. */
  public static boolean worthRetrying(GraphException failure) {
    return type(failure.failure()).worthRetrying()
        && !(failure.failure() instanceof GraphFailure.LicenceMissing);
  }

  /** Worth another try soon. */
  public static ApplicationFailure transientFailure(String sentence) {
    return ApplicationFailure.newFailure(sentence, FailureType.TRANSIENT.name());
  }

  public static ApplicationFailure notConfigured(String sentence) {
    return ApplicationFailure.newFailure(sentence, FailureType.NOT_CONFIGURED.name());
  }

  private static FailureType type(GraphFailure failure) {
    return switch (failure) {
      case GraphFailure.Throttled _ -> FailureType.THROTTLED;
      case GraphFailure.Transient _ -> FailureType.TRANSIENT;
      case GraphFailure.BrokenAnswer _ -> FailureType.BROKEN_ANSWER;
      case GraphFailure.NotFound _ -> FailureType.NOT_FOUND;
      case GraphFailure.Forbidden _ -> FailureType.FORBIDDEN;
      case GraphFailure.LicenceMissing _ -> FailureType.LICENCE_MISSING;
      case GraphFailure.Refused _ -> FailureType.REFUSED;
    };
  }
}
