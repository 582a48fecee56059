package io.gatehouse.sandbox.tenant;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One change in the tenant's own audit log.
 *
 * @param activity Graph's activityDisplayName, such as "Disable account"
 * @param targetId object id of the user that changed
 * @param requestId Graph's request-id of the call, or a name of its own for changes by others
 * @param details Graph's additionalDetails, key to value, in their order
 * @param ties what spoke against it when it was done, of which Graph's log says nothing; told of
 *     what takes an account away
 */
public record AuditEntry(
    Instant at,
    String activity,
    String targetId,
    Initiator initiator,
    String requestId,
    Map<String, String> details,
    Set<Tie> ties) {
  public static final String DISABLE = "Disable account";
  public static final String ENABLE = "Enable account";
  public static final String DELETE = "Delete user";
  public static final String RESTORE = "Restore user";
  public static final String PURGE = "Hard Delete user";
  public static final String UPDATE = "Update user";

  /** Logged by the service "Invited Users". */
  public static final String INVITE = "Invite external user";

  /** Logged by the service "Invited Users". */
  public static final String REDEEM = "Redeem external user invite";

  /** In the category "RoleManagement". */
  public static final String ADD_TO_ROLE = "Add member to role";

  /** In the category "AdministrativeUnit". */
  public static final String RESTRICT = "Add member to restricted management administrative unit";

  public AuditEntry {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details)); // copyOf loses the order
    ties = Set.copyOf(ties);
  }

  public AuditEntry(
      Instant at,
      String activity,
      String targetId,
      Initiator initiator,
      String requestId,
      Map<String, String> details) {
    this(at, activity, targetId, initiator, requestId, details, Set.of());
  }

  public AuditEntry(
      Instant at, String activity, String targetId, Initiator initiator, String requestId) {
    this(at, activity, targetId, initiator, requestId, Map.of(), Set.of());
  }
}
