package io.gatehouse.graph;

import java.time.Duration;

/**
 * Why a call to Graph came to nothing: the few kinds that set what happens next. {@link Throttled},
 * {@link Transient} and {@link BrokenAnswer} are worth another attempt; the others are not until a
 * person or the tenant changes something.
 */
public sealed interface GraphFailure {

  /**
   * Graph, or our own budget, wants silence first. {@code after} is positive and may be many
   * minutes.
   */
  record Throttled(Duration after) implements GraphFailure {
    public Throttled {
      if (!after.isPositive()) {
        throw new IllegalArgumentException("after must be positive, got %s".formatted(after));
      }
    }
  }

  /** No answer, or a 5xx: whether a write took effect is unknown. */
  record Transient(String what) implements GraphFailure {}

  /**
   * Graph itself said that the object does not exist (404 with a "not found" code, never a proxy's
   * 404).
   */
  record NotFound() implements GraphFailure {}

  /**
   * 401 or 403. {@code code} is Graph's error code, or Entra's AADSTS code when no token was given.
   */
  record Forbidden(String code) implements GraphFailure {}

  /**
   * The tenant lacks Entra ID P1 (sign-in activity) or P2 (eligible roles). Never "has not signed
   * in" and never "has no roles".
   */
  record LicenceMissing() implements GraphFailure {}

  /**
   * Any other 4xx (or 501). {@code message} is Graph's own text, shortened; it may name an object:
   * not for logs.
   */
  record Refused(String code, String message) implements GraphFailure {}

  /**
   * An answer that is not what Graph documents: HTML, cut or malformed JSON, a foreign nextLink, a
   * redirect.
   */
  record BrokenAnswer(String what) implements GraphFailure {}
}
