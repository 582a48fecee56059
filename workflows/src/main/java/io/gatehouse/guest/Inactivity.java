package io.gatehouse.guest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the sign-in dates of one guest prove. Only {@link Stale} may ever lead to an effect. */
public sealed interface Inactivity {

  /** Signed in, or tried to, within the threshold. */
  record Active(Instant lastActivity) implements Inactivity {}

  /** The newest known sign-in is older than the threshold. */
  record Stale(Instant lastActivity) implements Inactivity {}

  /** Proved never to have signed in since the account was created. */
  record NeverSignedIn(Instant created) implements Inactivity {}

  /** Everything that is not clear. Opens nothing and stops an effect. */
  record Unknown(String reason) implements Inactivity {}

  /** Sign-ins may appear this much later in Graph (Microsoft Learn: up to 24 hours). */
  Duration REPORTING_LAG = Duration.ofHours(24);

  /** Graph keeps interactive sign-ins since April 2020, non-interactive ones since May 2020. */
  Instant SIGN_INS_ARE_KEPT_SINCE = Instant.parse("2020-06-01T00:00:00Z");

  /** Pure: a missing, impossible or unreadable date is Unknown, never Stale. */
  static Inactivity judge(GuestFacts guest, int staleAfterDays, Instant now) {
    if (guest.signIns().doubt() == SignIns.Doubt.MALFORMED) {
      return new Unknown("a sign-in date cannot be read");
    }
    Instant threshold = now.minus(REPORTING_LAG).minus(Duration.ofDays(staleAfterDays));
    return guest
        .signIns()
        .newest()
        .map(newest -> byDate(newest, threshold, now))
        .orElseGet(() -> withoutDates(guest, threshold, now));
  }

  private static Inactivity byDate(Instant newest, Instant threshold, Instant now) {
    if (newest.isAfter(now.plus(REPORTING_LAG))) {
      return new Unknown("the last sign-in lies in the future");
    }
    return newest.isBefore(threshold) ? new Stale(newest) : new Active(newest);
  }

  private static Inactivity withoutDates(GuestFacts guest, Instant threshold, Instant now) {
    Instant created = guest.created();
    if (guest.signIns().doubt() == SignIns.Doubt.PLACEHOLDER) {
      return new Unknown("the sign-in dates are placeholders, no proof of anything");
    }
    if (created == null) {
      return new Unknown("no sign-in date and no creation date");
    }
    if (created.isBefore(SIGN_INS_ARE_KEPT_SINCE)) {
      return new Unknown("no sign-in date, and older than Graph's records of sign-ins");
    }
    if (!created.isBefore(threshold)) {
      return new Unknown(
          "no sign-in date, and %d full days old: too young to tell"
              .formatted(Math.max(0, ChronoUnit.DAYS.between(created, now))));
    }
    return new NeverSignedIn(created);
  }
}
