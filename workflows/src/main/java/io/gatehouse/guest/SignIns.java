package io.gatehouse.guest;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a guest last signed in, as far as Graph says. The first two dates are attempts, successful
 * or not; the third is a success of either kind and was not filled in for the time before December
 * 2023 (Microsoft Learn, signInActivity).
 *
 * @param doubt what the dates that are missing prove
 */
public record SignIns(
    @Nullable Instant interactive,
    @Nullable Instant nonInteractive,
    @Nullable Instant successful,
    Doubt doubt) {

  /** How well-formed the answer was. */
  public enum Doubt {
    /** Each date is a date, or null or absent. */
    NONE,
    /** At least one date is {@code ""} or year 0001: no value, but no proof of "never" either. */
    PLACEHOLDER,
    /** At least one date cannot be read: it may hide activity. */
    MALFORMED
  }

  /** The newest of the three: the conservative reading of activity. */
  public Optional<Instant> newest() {
    return Stream.of(interactive, nonInteractive, successful)
        .filter(Objects::nonNull)
        .max(Instant::compareTo);
  }
}
