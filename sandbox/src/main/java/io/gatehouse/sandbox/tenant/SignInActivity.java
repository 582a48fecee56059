package io.gatehouse.sandbox.tenant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A user's last sign-ins as Graph writes them: text, because Graph also writes {@code ""} and the
 * year 0001 for "none".
 */
public record SignInActivity(
    @Nullable String interactive, @Nullable String nonInteractive, @Nullable String successful) {

  /** All three dates with the same text. */
  public static SignInActivity all(@Nullable String text) {
    return new SignInActivity(text, text, text);
  }

  /** The dates after one more sign-in. Graph counts the attempt even when it is blocked. */
  SignInActivity and(SignInKind kind, Instant at, boolean blocked) {
    String now = at.truncatedTo(ChronoUnit.SECONDS).toString();
    return switch (kind) {
      case INTERACTIVE -> new SignInActivity(now, nonInteractive, blocked ? successful : now);
      case FAILED -> new SignInActivity(now, nonInteractive, successful);
      case NON_INTERACTIVE -> blocked ? this : new SignInActivity(interactive, now, now);
      case SUCCESS_ONLY -> blocked ? this : new SignInActivity(interactive, nonInteractive, now);
    };
  }

  /** The later of each date. */
  SignInActivity orLater(SignInActivity other) {
    return new SignInActivity(
        later(interactive, other.interactive),
        later(nonInteractive, other.nonInteractive),
        later(successful, other.successful));
  }

  /** ISO dates sort as text, and every way to write "none" sorts before them. */
  private static @Nullable String later(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }
}
