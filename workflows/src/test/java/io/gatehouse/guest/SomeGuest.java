package io.gatehouse.guest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guest as one reading shows it: created 400 days ago, accepted, enabled and without a single
 * sign-in date, unless the test says otherwise.
 */
public record SomeGuest(GuestFacts facts) {
  public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  public static SomeGuest someGuest() {
    return new SomeGuest(
        new GuestFacts(
            "ann-id",
            "Guest",
            true,
            daysAgo(400),
            "Accepted",
            daysAgo(399),
            false,
            false,
            new SignIns(null, null, null, SignIns.Doubt.NONE)));
  }

  public static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  public SomeGuest called(String guestId) {
    return new SomeGuest(
        new GuestFacts(
            guestId,
            facts.userType(),
            facts.accountEnabled(),
            facts.created(),
            facts.externalUserState(),
            facts.stateChanged(),
            facts.onPremisesSynced(),
            facts.managementRestricted(),
            facts.signIns()));
  }

  public SomeGuest created(@Nullable Instant at) {
    return copy(facts.accountEnabled(), at, facts.externalUserState(), facts.stateChanged());
  }

  public SomeGuest enabled(@Nullable Boolean enabled) {
    return copy(enabled, facts.created(), facts.externalUserState(), facts.stateChanged());
  }

  public SomeGuest state(@Nullable String state, @Nullable Instant since) {
    return copy(facts.accountEnabled(), facts.created(), state, since);
  }

  private SomeGuest copy(
      @Nullable Boolean enabled,
      @Nullable Instant created,
      @Nullable String state,
      @Nullable Instant stateChanged) {
    return new SomeGuest(
        new GuestFacts(
            facts.guestId(),
            facts.userType(),
            enabled,
            created,
            state,
            stateChanged,
            facts.onPremisesSynced(),
            facts.managementRestricted(),
            facts.signIns()));
  }

  public SomeGuest signedIn(Instant at) {
    return signIns(new SignIns(null, null, at, facts.signIns().doubt()));
  }

  public SomeGuest doubtful(SignIns.Doubt doubt) {
    SignIns dates = facts.signIns();
    return signIns(
        new SignIns(dates.interactive(), dates.nonInteractive(), dates.successful(), doubt));
  }

  public SomeGuest signIns(SignIns signIns) {
    return new SomeGuest(
        new GuestFacts(
            facts.guestId(),
            facts.userType(),
            facts.accountEnabled(),
            facts.created(),
            facts.externalUserState(),
            facts.stateChanged(),
            facts.onPremisesSynced(),
            facts.managementRestricted(),
            signIns));
  }
}
