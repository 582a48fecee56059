package io.gatehouse.worker.safety;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.GroupRef;
import io.gatehouse.graph.read.Memberships;
import io.gatehouse.graph.read.OwnedRef;
import io.gatehouse.policy.GuardRules;
import io.gatehouse.store.sponsor.InvitationRow;
import io.gatehouse.worker.house.House;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what guards ask about: roles, groups, owned objects, and who provides the account. */
public final class SurroundingsReader {
  private final House house;
  private final DirectoryReader directory;

  public SurroundingsReader(House house, DirectoryReader directory) {
    this.house = house;
    this.directory = directory;
  }

  /**
   * @throws GraphException NotFound when the account is not there, and whatever is worth a retry;
   *     what Graph refuses for good is said in {@link Around#unclear}
   */
  public Around look(String guestId) {
    var unclear = new ArrayList<String>();
    GuardRules rules = house.policy().policy().guards();
    Memberships memberships = directory.memberships(guestId);
    if (!memberships.readable()) {
      unclear.add(
          "the guest's groups cannot be read: grant GroupMember.Read.All to the registration");
    }
    List<OwnedRef> owned = directory.ownedObjects(guestId);
    return new Around(
        memberships,
        orUnclear(
            () -> directory.roleAssignments(guestId),
            "the guest's roles cannot be read: grant RoleManagement.Read.Directory to the registration",
            unclear),
        rules.eligibleRoles()
            ? orUnclear(
                () -> directory.eligibleRoles(guestId),
                "eligible roles cannot be read: grant RoleEligibilitySchedule.Read.Directory, or set guards.eligibleRoles to false in a tenant without Entra ID P2",
                unclear)
            : List.of(),
        owned,
        orUnclear(
            () -> solelyOwned(guestId, owned),
            "who else owns the guest's groups cannot be read: grant GroupMember.Read.All to the registration",
            unclear),
        foreignManaged(guestId, memberships, rules),
        unclear);
  }

  /** Whether silence may not count, because mail reaches the guest without a sign-in. */
  public boolean mayOnlyUseMail(String guestId) {
    Memberships memberships = directory.memberships(guestId);
    return !memberships.readable()
        || memberships.groups().stream().anyMatch(g -> Boolean.TRUE.equals(g.mailEnabled()));
  }

  /** What Graph refuses for good is said; what is worth a retry, and an account gone, is thrown. */
  private static List<String> orUnclear(
      Supplier<List<String>> reading, String sentence, List<String> unclear) {
    try {
      return reading.get();
    } catch (GraphException e) {
      switch (e.failure()) {
        case GraphFailure.LicenceMissing _, GraphFailure.Forbidden _, GraphFailure.Refused _ ->
            unclear.add(sentence);
        case GraphFailure.Throttled _,
            GraphFailure.Transient _,
            GraphFailure.BrokenAnswer _,
            GraphFailure.NotFound _ ->
            throw e;
      }
      return List.of();
    }
  }

  private List<String> solelyOwned(String guestId, List<OwnedRef> owned) {
    return owned.stream()
        .filter(each -> each.kind() == OwnedRef.Kind.GROUP)
        .map(OwnedRef::id)
        .filter(
            group -> directory.groupOwners(group).stream().allMatch(owner -> owner.equals(guestId)))
        .toList();
  }

  private boolean foreignManaged(String guestId, Memberships memberships, GuardRules rules) {
    @Nullable String application =
        house.store().invitations().find(guestId).map(InvitationRow::application).orElse(null);
    return application != null
        || memberships.groups().stream()
            .map(GroupRef::id)
            .anyMatch(id -> rules.foreignManagedGroups().stream().anyMatch(id::equalsIgnoreCase));
  }
}
