package io.gatehouse.sandbox.tenant;

import java.util.Locale;
import java.util.Set;

/** An application known to the tenant, with the bearer token that the sandbox accepts for it. */
public enum AppRegistration {
  /** Reads for scans. */
  OBSERVER("0b5e57e4-0000-4000-8000-000000000001", Permissions.READING),
  /**
   * Reads right before an effect: a registration of its own, so that a scan never eats its budget.
   */
  LOOKER("0b5e57e4-0000-4000-8000-000000000002", Permissions.READING),
  /** Disables, enables, deletes and restores; it reads users and nothing else. */
  ACTOR("0b5e57e4-0000-4000-8000-000000000003", Permissions.ACTING);

  /** The least that each side needs. */
  private static final class Permissions {
    static final Set<String> READING =
        Set.of(
            "User.Read.All",
            "AuditLog.Read.All",
            "ProvisioningLog.Read.All",
            "Synchronization.Read.All",
            "Organization.Read.All",
            "GroupMember.Read.All",
            "RoleManagement.Read.Directory",
            "RoleEligibilitySchedule.Read.Directory",
            "RoleAssignmentSchedule.Read.Directory");
    static final Set<String> ACTING =
        Set.of("User.Read.All", "User.EnableDisableAccount.All", "User.DeleteRestore.All");
  }

  private final String appId;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> permissions;

  AppRegistration(String appId, Set<String> permissions) {
    this.appId = appId;
    this.permissions = permissions;
  }

  public String appId() {
    return appId;
  }

  /** The application permissions an administrator consented to, by their Graph names. */
  public Set<String> permissions() {
    return permissions;
  }

  /** The bearer token; no secret, it opens nothing but this sandbox. */
  public String token() {
    return "sandbox-" + name().toLowerCase(Locale.ROOT);
  }
}
