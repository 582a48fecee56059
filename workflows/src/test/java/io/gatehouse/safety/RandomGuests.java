package io.gatehouse.safety;

import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.SignIns;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Guests as a directory might show them, sane and insane alike; the same ones in each run. */
final class RandomGuests {
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private final Random random = new Random(20261120);

  GuestFacts next() {
    return new GuestFacts(
        "guest-" + random.nextInt(1000),
        oneOf("Guest", "guest", "Member", null),
        oneOf(true, false, null),
        date(),
        random.nextInt(10) == 0,
        random.nextInt(10) == 0,
        new SignIns(date(), date(), date(), oneOf(SignIns.Doubt.values())));
  }

  /**
   * The same guest, who has signed in some time later than the newest date shown, if that is past.
   */
  GuestFacts afterNewerSignIn(GuestFacts guest) {
    Instant from = guest.signIns().newest().orElse(Instant.EPOCH);
    if (!from.isBefore(NOW)) {
      return guest;
    }
    Instant newer =
        from.plusSeconds((long) (random.nextDouble() * Duration.between(from, NOW).toSeconds()));
    SignIns old = guest.signIns();
    SignIns signIns =
        switch (random.nextInt(3)) {
          case 0 -> new SignIns(newer, old.nonInteractive(), old.successful(), old.doubt());
          case 1 -> new SignIns(old.interactive(), newer, old.successful(), old.doubt());
          default -> new SignIns(old.interactive(), old.nonInteractive(), newer, old.doubt());
        };
    return new GuestFacts(
        guest.guestId(),
        guest.userType(),
        guest.accountEnabled(),
        guest.created(),
        guest.onPremisesSynced(),
        guest.managementRestricted(),
        signIns);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  @SafeVarargs
  final <T extends @Nullable Object> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private @Nullable Instant date() {
    return random.nextInt(4) == 0
        ? null
        : NOW.minus(Duration.ofMinutes(random.nextInt(8 * 365 * 24 * 60) - 3 * 24 * 60));
  }
}
