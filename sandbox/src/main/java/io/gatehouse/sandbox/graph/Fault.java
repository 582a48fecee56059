package io.gatehouse.sandbox.graph;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thing that goes wrong between a caller and the directory. */
public sealed interface Fault {
  /** Whether the directory saw the request before things went wrong. */
  enum Moment {
    BEFORE_THE_EFFECT,
    AFTER_THE_EFFECT
  }

  /** 429; without a Retry-After header when the wait is null. */
  record Throttled(@Nullable Duration retryAfter) implements Fault {}

  /** A 5xx with Graph's error body. */
  record Unavailable(int status, Moment moment) implements Fault {}

  /** A proxy's 502 page in HTML; the directory never sees the request. */
  record HtmlBadGateway() implements Fault {}

  /** The connection ends without an answer. */
  record ConnectionCut(Moment moment) implements Fault {}

  /** Nothing is said for a while, then the connection ends. */
  record Silent(Moment moment, Duration lasting) implements Fault {}

  /** An error status without a body; the directory never sees the request. */
  record EmptyErrorBody(int status) implements Fault {}

  /**
   * The right answer, ended in the middle of its JSON; a write that answers without a body gets the
   * beginning of one, after its effect.
   */
  record JsonCut() implements Fault {}
}
