package io.gatehouse.guest;

import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Triggers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Decides for which trigger, if any, a guest is due. Pure. */
public final class DueRules {
  private DueRules() {}

  /**
   * @param now of the scan; its judge sees to it that other guests show sign-in dates
   */
  public static Optional<Trigger> due(
      GuestFacts guest, GuestHistory history, Policy policy, LocalDate today, Instant now) {
    Optional<Exclusion> exclusion =
        policy.exclusions().stream().filter(e -> e.holdsFor(guest.guestId(), today)).findFirst();
    if (exclusion.isPresent()) {
      Integer within = policy.triggers().exclusionEndsWithinDays();
      return within != null && exclusion.get().endsWithin(within, today)
          ? Optional.of(Trigger.EXCLUSION_ENDS)
          : Optional.empty();
    }
    Optional<Trigger> unused =
        thresholds(policy.triggers()).entrySet().stream()
            .filter(each ->
                Evidence.of(each.getKey(), guest, each.getValue(), true, now)
                    instanceof Evidence.Holds)
            .map(Map.Entry::getKey)
            .findFirst();
    return unused.isPresent() ? unused : inUse(guest, history, policy.triggers(), now);
  }

  /** The thresholds of the triggers that go by the guest's own record, in order of precedence. */
  private static Map<Trigger, Integer> thresholds(Triggers triggers) {
    var on = new EnumMap<Trigger, Integer>(Trigger.class);
    if (triggers.invitationNotRedeemedAfterDays() != null) {
      on.put(Trigger.INVITATION_NOT_REDEEMED, triggers.invitationNotRedeemedAfterDays());
    }
    if (triggers.neverSignedInAfterDays() != null) {
      on.put(Trigger.NEVER_SIGNED_IN, triggers.neverSignedInAfterDays());
    }
    on.put(Trigger.INACTIVE, triggers.inactiveAfterDays());
    return on;
  }

  private static Optional<Trigger> inUse(
      GuestFacts guest, GuestHistory history, Triggers triggers, Instant now) {
    if (!(Inactivity.judge(guest, triggers.inactiveAfterDays(), now)
        instanceof Inactivity.Active)) {
      return Optional.empty();
    }
    Integer missing = triggers.sponsorMissingAfterDays();
    Instant since = history.sponsorMissingSince();
    if (missing != null && since != null && !since.plus(Duration.ofDays(missing)).isAfter(now)) {
      return Optional.of(Trigger.SPONSOR_MISSING);
    }
    Integer every = triggers.attestationEveryDays();
    return every != null && !attestationDue(guest.guestId(), history, every).isAfter(now)
        ? Optional.of(Trigger.ATTESTATION_DUE)
        : Optional.empty();
  }

  /**
   * Guests nobody vouched for yet come up one after the other within the first period, so that a
   * new tenant's sponsors are not asked about all of them on one Monday.
   */
  private static Instant attestationDue(String guestId, GuestHistory history, int every) {
    Instant attested = history.attested();
    return attested != null
        ? attested.plus(Duration.ofDays(every))
        : history.firstSeen().plus(Duration.ofDays(1L + Math.floorMod(guestId.hashCode(), every)));
  }
}
