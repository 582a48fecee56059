package io.gatehouse.graph;

import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.LicenceMissing;
import io.gatehouse.graph.GraphFailure.NotFound;
import io.gatehouse.graph.GraphFailure.Refused;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.gatehouse.graph.GraphFailure.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import okhttp3.Response;

/**
 * The kind of failure an answer stands for, by status and code, never by message (Learn: errors).
 * The SDK's own exceptions are not used for this: of an HTML 502 they keep no status at all.
 */
final class FailureOf {

  /**
   * When Graph throttles without saying for how long: an immediate second call would count against
   * us again.
   */
  static final Duration WITHOUT_RETRY_AFTER = Duration.ofSeconds(30);

  /** P1 for sign-in activity, P2 for eligible roles; the latter comes with status 400. */
  private static final Set<String> NO_LICENCE =
      Set.of("Authentication_RequestFromNonPremiumTenantOrB2CTenant", "AadPremiumLicenseRequired");

  private FailureOf() {}

  static GraphFailure answer(Response response, Instant now) {
    var status = response.code();
    var error = ErrorBody.of(response);
    if (NO_LICENCE.contains(error.code())) {
      return new LicenceMissing();
    }
    return switch (status) {
      case 401 -> new Forbidden(error.codeOr("InvalidAuthenticationToken"));
      case 403 -> new Forbidden(error.codeOr("403 without a code"));
      case 404 -> notFound(error);
      case 408 -> new Transient("status 408");
      case 429 -> new Throttled(RetryAfter.of(response.headers(), now).orElse(WITHOUT_RETRY_AFTER));
      case 501 -> refused(status, error);
      case 503, 504 -> unavailable(response, now);
      default -> {
        if (status >= 500) {
          yield new Transient("status " + status);
        }
        yield status >= 400 ? refused(status, error) : new BrokenAnswer("status " + status);
      }
    };
  }

  /** A proxy's or a wrong base URL's 404 must never read as "the guest is gone". */
  private static GraphFailure notFound(ErrorBody error) {
    return error.code().toLowerCase(Locale.ROOT).contains("notfound")
        ? new NotFound()
        : new BrokenAnswer("status 404 without Graph's \"not found\" code");
  }

  private static GraphFailure refused(int status, ErrorBody error) {
    return new Refused(error.codeOr("status " + status), error.message());
  }

  private static GraphFailure unavailable(Response response, Instant now) {
    return RetryAfter.of(response.headers(), now)
        .<GraphFailure>map(Throttled::new)
        .orElseGet(() -> new Transient("status " + response.code()));
  }
}
