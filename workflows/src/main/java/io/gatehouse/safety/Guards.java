package io.gatehouse.safety;

import io.gatehouse.guest.GuestFacts;
import io.gatehouse.policy.Exclusion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Decides whether a guest must be left alone. Pure. */
public final class Guards {
  private Guards() {}

  /** What can be said from the guest's own properties and the policy, without further calls. */
  public static Optional<Guard> of(GuestFacts guest, List<Exclusion> exclusions, LocalDate today) {
    if (!"Guest".equalsIgnoreCase(guest.userType())) {
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

  /**
   * All of {@link #of(GuestFacts, List, LocalDate)}, then what needs a look at the guest's roles.
   *
   * @param holdsDirectoryRole by assignment or by membership, transitive ones included
   */
  public static Optional<Guard> of(
      GuestFacts guest, boolean holdsDirectoryRole, List<Exclusion> exclusions, LocalDate today) {
    return of(guest, exclusions, today)
        .or(() -> holdsDirectoryRole ? Optional.of(Guard.ROLE_HOLDER) : Optional.empty());
  }

  /** Before a lifecycle opens: an account that is disabled already is somebody else's decision. */
  public static Optional<Guard> disabledByOthers(GuestFacts guest) {
    return Boolean.FALSE.equals(guest.accountEnabled())
        ? Optional.of(Guard.ALREADY_DISABLED)
        : Optional.empty();
  }
}
