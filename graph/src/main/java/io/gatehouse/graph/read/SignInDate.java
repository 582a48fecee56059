package io.gatehouse.graph.read;

import java.time.Instant;

/**
 * One sign-in date as Graph gave it. Only {@link At} is a date; the other cases say what stood
 * there instead.
 */
public sealed interface SignInDate {

  record At(Instant instant) implements SignInDate {}

  /** null, or no such property. */
  record Absent() implements SignInDate {}

  /** {@code ""} or a date in year 0001: Graph's other ways to say "none". */
  record Placeholder(String text) implements SignInDate {}

  /**
   * Anything else, cut to {@value #LONGEST} characters. It proves nothing, neither a sign-in nor
   * its absence.
   */
  record Malformed(String text) implements SignInDate {
    private static final int LONGEST = 40;

    public Malformed {
      text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
  }
}
