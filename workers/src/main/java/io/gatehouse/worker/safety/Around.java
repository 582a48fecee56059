package io.gatehouse.worker.safety;

import io.gatehouse.graph.read.GroupRef;
import io.gatehouse.graph.read.Memberships;
import io.gatehouse.graph.read.OwnedRef;
import io.gatehouse.safety.Surroundings;
import io.gatehouse.store.holding.HoldingKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything read around one account, by object id.
 *
 * @param roles role definition ids of active assignments
 * @param solelyOwned groups that would be without an owner
 * @param foreignManaged whether another system provides the account
 * @param unclear what could not be read, one sentence each
 */
public record Around(
    Memberships memberships,
    List<String> roles,
    List<String> eligibleRoles,
    List<OwnedRef> owned,
    List<String> solelyOwned,
    boolean foreignManaged,
    List<String> unclear) {

  static final Around NOTHING =
      new Around(
          new Memberships(List.of(), List.of(), List.of()),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false,
          List.of());

  public Surroundings asGuardsSeeIt() {
    return new Surroundings(
        !roles.isEmpty() || !memberships.directoryRoles().isEmpty(),
        !eligibleRoles.isEmpty(),
        memberships.groups().stream().anyMatch(g -> Boolean.TRUE.equals(g.roleAssignable()))
            || owned.stream().anyMatch(o -> Boolean.TRUE.equals(o.roleAssignable())),
        !solelyOwned.isEmpty(),
        owned.stream().anyMatch(Around::isApplication),
        foreignManaged,
        memberships.groups().stream().anyMatch(g -> Boolean.TRUE.equals(g.mailEnabled())),
        unclear);
  }

  private static boolean isApplication(OwnedRef owned) {
    return owned.kind() == OwnedRef.Kind.APPLICATION
        || owned.kind() == OwnedRef.Kind.SERVICE_PRINCIPAL;
  }

  /** What a restore should bring back. */
  List<HoldingKey> holdings() {
    return Stream.of(
            memberships.groups().stream().map(GroupRef::id).map(id -> new HoldingKey("GROUP", id)),
            memberships.administrativeUnits().stream().map(id -> new HoldingKey("UNIT", id)),
            roles.stream().map(id -> new HoldingKey("ROLE", id)),
            eligibleRoles.stream().map(id -> new HoldingKey("ELIGIBLE_ROLE", id)),
            owned.stream().map(OwnedRef::id).map(id -> new HoldingKey("OWNED", id)))
        .flatMap(each -> each)
        .distinct()
        .toList();
  }
}
