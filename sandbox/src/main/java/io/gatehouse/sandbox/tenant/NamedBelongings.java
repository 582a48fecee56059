package io.gatehouse.sandbox.tenant;

import io.gatehouse.sandbox.tenant.Roles.BuiltIn;
import java.util.List;

/** What the named guests belong to on the first day: sponsors, groups, roles, what they own. */
record NamedBelongings(ObjectIds ids, SharedGroups groups, Relations relations, Roles roles) {

  void found() {
    relations.join(ids.of(Employee.IVAN), groups.auditTeam());
    relations.join(ids.of(Employee.BORIS), groups.auditTeam());
    for (var guest : NamedGuest.values()) {
      String id = ids.of(guest);
      relations.join(id, groups.partners());
      relations.sponsored(id, sponsors(guest));
      guest.manager().ifPresent(manager -> relations.managed(id, ids.of(manager)));
      settle(guest, id);
    }
  }

  private List<String> sponsors(NamedGuest guest) {
    return switch (guest) {
      case SPONSOR_DELETED -> List.of(ids.of("employee/who is deleted")); // nobody answers to it
      case SPONSOR_IS_GUEST -> List.of(ids.of(NamedGuest.ACTIVE_INTERACTIVE));
      case GROUP_SPONSOR -> List.of(groups.auditTeam().id());
      default -> guest.sponsors().stream().map(ids::of).toList();
    };
  }

  private void settle(NamedGuest guest, String id) {
    switch (guest) {
      case ACTIVE_NON_INTERACTIVE -> relations.join(id, groups.auditTeam());
      case ROLE_HOLDER -> relations.join(id, roles.assign(id, BuiltIn.USER_ADMINISTRATOR));
      case ELIGIBLE_ROLE -> roles.makeEligible(id, BuiltIn.DIRECTORY_READERS);
      case RESTRICTED_UNIT -> relations.join(id, restrictedUnit(ids));
      case FIVE_SPONSORS ->
          relations.join(id, new Membership.Unit(ids.of("unit/partners"), "Partner Accounts"));
      case MAIL_ONLY -> relations.join(id, groups.mailEnabled("Supplier News"));
      case ROLE_ASSIGNABLE_MEMBER -> relations.join(id, groups.roleAssignable("Tenant Operators"));
      case FOREIGN_MANAGED -> relations.join(id, groups.synchronizedFrom("Fabrikam"));
      case SOLE_OWNER -> own(id, groups.security("Supplier Workshop"));
      case CO_OWNER -> {
        own(id, groups.security("Supplier Council"));
        own(ids.of(Employee.ANNA), groups.security("Supplier Council"));
      }
      case APPLICATION_OWNER ->
          relations.own(
              id, OwnedObject.application(ids.of("application/orders"), "Supplier Orders"));
      default -> {} // belongs to nothing but what all do
    }
  }

  private void own(String owner, Membership.Group group) {
    relations.found(group);
    relations.own(owner, group.id());
  }

  static Membership.RestrictedUnit restrictedUnit(ObjectIds ids) {
    return new Membership.RestrictedUnit(ids.of("unit/restricted"), "Restricted Accounts");
  }
}
