package io.gatehouse.safety;

import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Exclusion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Decides whether a guest must be left alone. Pure. */
public final class Guards {
  private Guards() {}

  /** What the guards say. */
  public sealed interface Finding {

    record Clear() implements Finding {}

    record Refused(Guard guard) implements Finding {}

    /** Something could not be read: a person has to look. */
    record Unclear(String reason) implements Finding {}
  }

  /** What can be said from the guest's own properties and the policy, without further calls. */
  public static Optional<Guard> of(GuestFacts guest, List<Exclusion> exclusions, LocalDate today) {
    if (!guest.isGuest()) {
      return Optional.of(Guard.NOT_A_GUEST);
    }
    if (guest.onPremisesSynced()) {
      return Optional.of(Guard.ON_PREMISES);
    }
    if (guest.managementRestricted()) {
      return Optional.of(Guard.RESTRICTED_UNIT);
    }
    if (exclusions.stream().anyMatch(e -> e.holdsFor(guest.guestId(), today))) {
      return Optional.of(Guard.EXCLUDED);
    }
    return Optional.empty();
  }

  /** What a look at roles, groups and owned objects adds. Refuses before it is unsure. */
  public static Finding of(Surroundings around) {
    Optional<Guard> guard = guard(around);
    if (guard.isPresent()) {
      return new Finding.Refused(guard.get());
    }
    return around.unclear().isEmpty()
        ? new Finding.Clear()
        : new Finding.Unclear(String.join("; ", around.unclear()));
  }

  /** All of them, for the moment of an effect. */
  public static Finding of(
      GuestFacts guest,
      Surroundings around,
      Ground ground,
      List<Exclusion> exclusions,
      LocalDate today) {
    return of(guest, exclusions, today)
        .or(() -> guard(around))
        .or(() -> ground(ground, around))
        .<Finding>map(Finding.Refused::new)
        .orElseGet(() -> of(around));
  }

  private static Optional<Guard> guard(Surroundings around) {
    if (around.holdsRole()) {
      return Optional.of(Guard.ROLE_HOLDER);
    }
    if (around.eligibleForRole()) {
      return Optional.of(Guard.ELIGIBLE_FOR_ROLE);
    }
    if (around.inRoleAssignableGroup()) {
      return Optional.of(Guard.ROLE_ASSIGNABLE_GROUP);
    }
    if (around.soleOwner()) {
      return Optional.of(Guard.SOLE_OWNER);
    }
    if (around.ownsApplication()) {
      return Optional.of(Guard.APPLICATION_OWNER);
    }
    return around.foreignManaged() ? Optional.of(Guard.FOREIGN_MANAGED) : Optional.empty();
  }

  private static Optional<Guard> ground(Ground ground, Surroundings around) {
    if (ground.trigger() == Trigger.EXCLUSION_ENDS) { // the question was never about the account
      return Optional.of(Guard.NOBODY_SAID_SO);
    }
    if (ground.spoken()) {
      return Optional.empty();
    }
    if (!ground.trigger().mayEndInSilence() || !ground.silenceCounts()) {
      return Optional.of(Guard.NOBODY_SAID_SO);
    }
    return around.inMailEnabledGroup() ? Optional.of(Guard.MAY_ONLY_USE_MAIL) : Optional.empty();
  }

  /** Before a lifecycle opens: an account that is disabled already is somebody else's decision. */
  public static Optional<Guard> disabledByOthers(GuestFacts guest) {
    return Boolean.FALSE.equals(guest.accountEnabled())
        ? Optional.of(Guard.ALREADY_DISABLED)
        : Optional.empty();
  }
}
