package io.gatehouse.sandbox.tenant;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything that can happen to a user, each with its one audit entry; sign-ins have none. */
record Changes(
    ObjectIds ids,
    Clock clock,
    Accounts accounts,
    Relations relations,
    Roles roles,
    AuditLog auditLog) {

  boolean setAccountEnabled(String id, boolean enabled, Initiator initiator, String requestId) {
    var user = accounts.user(id, clock.instant());
    if (user.isPresent() && user.get().accountEnabled() != enabled) {
      Set<Tie> ties = enabled ? Set.of() : ties(user.get());
      accounts.put(user.get().enabled(enabled), clock.instant());
      record(enabled ? AuditEntry.ENABLE : AuditEntry.DISABLE, id, initiator, requestId, ties);
    }
    return user.isPresent();
  }

  boolean delete(String id, Initiator initiator, String requestId) {
    Set<Tie> ties = accounts.user(id, clock.instant()).map(this::ties).orElse(Set.of());
    if (!accounts.delete(id, clock.instant())) {
      return false;
    }
    roles.forget(id);
    relations.leave(id, Membership.DirectoryRole.class::isInstance);
    return record(AuditEntry.DELETE, id, initiator, requestId, ties);
  }

  private Set<Tie> ties(User user) {
    return new Ties(accounts, relations, roles, auditLog).of(user);
  }

  boolean restore(String id, Initiator initiator, String requestId) {
    purge();
    return accounts.restore(id, clock.instant())
        && record(AuditEntry.RESTORE, id, initiator, requestId);
  }

  void signIn(String id, SignInKind kind, Instant at) {
    change(
        id,
        user -> {
          var earlier = Objects.requireNonNullElse(user.signIns(), SignInActivity.all(null));
          return user.signedIn(earlier.and(kind, at, !user.accountEnabled()));
        });
  }

  boolean becomeMember(String id) {
    return change(id, User::member) && record(AuditEntry.UPDATE, id, Initiator.ADMINISTRATOR);
  }

  boolean gainRole(String id) {
    if (!accounts.exists(id)) {
      return false;
    }
    relations.join(id, roles.assign(id, Roles.BuiltIn.GUEST_INVITER));
    return record(AuditEntry.ADD_TO_ROLE, id, Initiator.ADMINISTRATOR);
  }

  boolean restrict(String id) {
    if (!change(id, User::restricted)) {
      return false;
    }
    relations.join(id, NamedBelongings.restrictedUnit(ids));
    return record(AuditEntry.RESTRICT, id, Initiator.ADMINISTRATOR);
  }

  boolean redeem(String id, Instant at) {
    var guest = accounts.user(id, clock.instant());
    return guest.isPresent()
        && change(id, user -> user.redeemed(at))
        && record(AuditEntry.REDEEM, id, Invitations.himself(guest.get()));
  }

  /** Empties the bin of those whose time is over. */
  void purge() {
    for (var deleted : accounts.purge(clock.instant())) {
      String id = deleted.user().id();
      auditLog.add(
          new AuditEntry(
              deleted.purgedAt(),
              AuditEntry.PURGE,
              id,
              new Initiator.Directory(),
              ids.of("purge/" + id + "/" + deleted.at())));
    }
  }

  private boolean change(String id, UnaryOperator<User> how) {
    var user = accounts.user(id, clock.instant());
    user.ifPresent(before -> accounts.put(how.apply(before), clock.instant()));
    return user.isPresent();
  }

  private boolean record(String activity, String id, Initiator initiator) {
    return record(activity, id, initiator, ids.of(activity + "/" + id + "/" + clock.instant()));
  }

  private boolean record(String activity, String id, Initiator initiator, String requestId) {
    return record(activity, id, initiator, requestId, Set.of());
  }

  private boolean record(
      String activity, String id, Initiator initiator, String requestId, Set<Tie> ties) {
    auditLog.add(
        new AuditEntry(clock.instant(), activity, id, initiator, requestId, Map.of(), ties));
    return true;
  }
}
