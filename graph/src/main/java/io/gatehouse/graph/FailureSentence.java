package io.gatehouse.graph;

import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.LicenceMissing;
import io.gatehouse.graph.GraphFailure.NotFound;
import io.gatehouse.graph.GraphFailure.Refused;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.gatehouse.graph.GraphFailure.Transient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads about a failed call. Graph's own message stays out: it may name the guest.
 */
final class FailureSentence {

  private FailureSentence() {}

  static String of(GraphCall call, GraphFailure failure, @Nullable String requestId) {
    var trace = requestId == null ? "" : " (request-id %s)".formatted(requestId);
    return call.asked() + " " + came(failure) + trace;
  }

  private static String came(GraphFailure failure) {
    return switch (failure) {
      case Throttled(var after) ->
          "was throttled: the same kind of call is held back for %d s and may then be sent again."
              .formatted(seconds(after));
      case Transient(var what) -> "got no usable answer (%s): try again later.".formatted(what);
      case NotFound() -> "found nothing: the object does not exist or is already deleted.";
      case Forbidden(var code) ->
          ("was forbidden (%s): check the credential, the application permissions with admin "
                  + "consent, and whether the"
                  + " object is protected (an admin role or a restricted administrative unit).")
              .formatted(code);
      case LicenceMissing() ->
          "was refused because the tenant lacks an Entra ID licence: sign-in activity needs P1 or "
              + "P2, eligible roles need P2.";
      case Refused(var code, _) ->
          "was refused (%s): the request itself must change, trying again will not help."
              .formatted(code);
      case BrokenAnswer(var what) ->
          ("got a broken answer (%s): try again; if it stays, check the base URL and any "
                  + "proxy on the way.")
              .formatted(what);
    };
  }

  /** Rounded up: a wait that is told too short would be throttled again. */
  private static long seconds(Duration wait) {
    return wait.plusNanos(999_999_999).toSeconds();
  }
}
