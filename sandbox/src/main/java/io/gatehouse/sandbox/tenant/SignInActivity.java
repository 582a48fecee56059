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
      case NON_INTERACTIVE -> blocked ? this : new SignInActivity(interactive, now, now);
      case SUCCESS_ONLY -> blocked ? this : new SignInActivity(interactive, nonInteractive, now);
    };
  }
}
