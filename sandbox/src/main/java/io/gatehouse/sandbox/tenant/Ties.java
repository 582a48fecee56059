package io.gatehouse.sandbox.tenant;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of every account, named or generated, what binds it at this moment. */
record Ties(Accounts accounts, Relations relations, Roles roles, AuditLog auditLog) {
  /** Graph keeps sign-ins since then: before, no date proves nothing. */
  private static final Instant SIGN_INS_ARE_KEPT_SINCE = Instant.parse("2020-06-01T00:00:00Z");

  Set<Tie> of(User user) {
    return Arrays.stream(Tie.values())
        .filter(tie -> holds(tie, user))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean holds(Tie tie, User user) {
    String id = user.id();
    List<Membership> memberships = relations.memberships(id);
    return switch (tie) {
      case NO_GUEST -> !user.guest();
      case ON_PREMISES -> user.onPremisesSynced();
      case RESTRICTED_UNIT ->
          user.managementRestricted()
              || memberships.stream().anyMatch(Membership.RestrictedUnit.class::isInstance);
      case ROLE ->
          roles.holdsAny(id)
              || memberships.stream().anyMatch(Membership.DirectoryRole.class::isInstance);
      case ELIGIBLE_ROLE ->
          roles.eligibilities().stream().anyMatch(each -> each.principalId().equals(id));
      case ROLE_ASSIGNABLE_GROUP ->
          groups(memberships).anyMatch(Membership.Group::roleAssignable)
              || relations.owned(id).anyMatch(OwnedObject::roleAssignable);
      case SOLE_OWNER -> owns(id, OwnedObject.Kind.GROUP).anyMatch(group -> alone(id, group));
      case APPLICATION_OWNER -> owns(id, OwnedObject.Kind.APPLICATION).findAny().isPresent();
      case SYNCHRONIZED ->
          auditLog.wasSynchronized(id) || groups(memberships).anyMatch(SharedGroups::synchronizes);
      case SIGN_INS_UNKNOWN -> signInsUnknown(user);
      case DISABLED_BY_OTHERS -> !user.accountEnabled() && !auditLog.disabledByApp(id);
    };
  }

  private static Stream<Membership.Group> groups(List<Membership> memberships) {
    return memberships.stream()
        .filter(Membership.Group.class::isInstance)
        .map(Membership.Group.class::cast);
  }

  private Stream<OwnedObject> owns(String id, OwnedObject.Kind kind) {
    return relations.owned(id).filter(owned -> owned.kind() == kind);
  }

  private boolean alone(String id, OwnedObject group) {
    return relations.owners(group.id()).stream().filter(accounts::exists).allMatch(id::equals);
  }

  private static boolean signInsUnknown(User user) {
    SignInActivity dates = user.signIns();
    List<String> written =
        dates == null
            ? List.of()
            : Stream.of(dates.interactive(), dates.nonInteractive(), dates.successful())
                .filter(Objects::nonNull)
                .toList();
    boolean placeholders = written.stream().allMatch(Ties::isPlaceholder);
    return placeholders && (!written.isEmpty() || user.created().isBefore(SIGN_INS_ARE_KEPT_SINCE));
  }

  private static boolean isPlaceholder(String date) {
    return date.isEmpty() || date.startsWith("0001-");
  }
}
