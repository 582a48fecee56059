package io.gatehouse.graph;

import com.azure.core.exception.ClientAuthenticationException;
import com.microsoft.aad.msal4j.MsalException;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.Transient;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kind of failure behind an exception that came instead of an answer. The SDK wraps connection
 * trouble and a refused token in RuntimeExceptions, so the whole chain of causes is looked at.
 */
final class NoAnswer {

  private static final Pattern ENTRA_CODE = Pattern.compile("AADSTS\\d+");

  /** Entra's own "a transient error has occurred" (Learn: reference-error-codes). */
  private static final Set<String> ENTRA_TRANSIENT = Set.of("AADSTS90024", "AADSTS90033");

  private NoAnswer() {}

  /**
   * Empty when the exception is no trouble of the network or the credential, but a fault of the
   * program.
   */
  static Optional<GraphFailure> failure(RuntimeException thrown) {
    Optional<GraphFailure> found = Optional.empty();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      var entra = entraCode(cause.getMessage());
      if (entra.isPresent()) {
        return entra.map(NoAnswer::withoutToken);
      }
      if (found.isEmpty()) {
        found = kind(cause);
      }
    }
    return found;
  }

  private static Optional<GraphFailure> kind(Throwable cause) {
    return switch (cause) {
      case InterruptedIOException _ -> Optional.of(new Transient("no answer in time"));
      case IOException _ -> Optional.of(new Transient("connection failed or was cut"));
      case ClientAuthenticationException _, MsalException _ ->
          Optional.of(new Transient("no token from the identity provider"));
      default -> Optional.empty();
    };
  }

  private static GraphFailure withoutToken(String code) {
    return ENTRA_TRANSIENT.contains(code) ? new Transient(code) : new Forbidden(code);
  }

  private static Optional<String> entraCode(@Nullable String message) {
    var code = ENTRA_CODE.matcher(message == null ? "" : message);
    return code.find() ? Optional.of(code.group()) : Optional.empty();
  }
}
