package io.gatehouse.guest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a lifecycle.
 *
 * @param reason one sentence without personal data
 * @param keptUntil for {@link Outcome#KEPT} the day until which the sponsor vouches
 */
public record Closing(Outcome outcome, String reason, @Nullable LocalDate keptUntil) {
  static Closing of(Outcome outcome, String reason) {
    return new Closing(outcome, reason, null);
  }
}
