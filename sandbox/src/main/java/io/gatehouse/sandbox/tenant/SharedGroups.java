package io.gatehouse.sandbox.tenant;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tenant's groups, each found by its name. */
record SharedGroups(ObjectIds ids) {
  private static final String SYNCHRONIZED = "Synchronized from ";

  /** Every guest is in it. */
  Membership.Group partners() {
    return security("Partner Portal Users");
  }

  /** The sponsor of {@link NamedGuest#GROUP_SPONSOR}. */
  Membership.Group auditTeam() {
    return security("Joint Audit Team");
  }

  /** Some generated guests read what it is sent. */
  Membership.Group bulletin() {
    return mailEnabled("Partner Bulletin");
  }

  /** Whom another system provides is in it. */
  Membership.Group synchronizedFrom(String partner) {
    return security(SYNCHRONIZED + partner);
  }

  static boolean synchronizes(Membership.Group group) {
    return group.displayName().startsWith(SYNCHRONIZED);
  }

  Membership.Group project(String name) {
    return mailEnabled("Project " + name);
  }

  Membership.Group security(String displayName) {
    return group(displayName, null, false);
  }

  Membership.Group mailEnabled(String displayName) {
    String mail = displayName.toLowerCase(Locale.ROOT).replace(' ', '-') + "@" + Employee.HOST;
    return group(displayName, mail, false);
  }

  Membership.Group roleAssignable(String displayName) {
    return group(displayName, null, true);
  }

  private Membership.Group group(
      String displayName, @Nullable String mail, boolean roleAssignable) {
    return new Membership.Group(ids.of("group/" + displayName), displayName, mail, roleAssignable);
  }
}
