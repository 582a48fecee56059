package io.gatehouse.sandbox.tenant;

import java.time.Instant;

/**
 * One change in the tenant's own audit log.
 *
 * @param activity Graph's activityDisplayName, such as "Disable account"
 * @param targetId object id of the user that changed
 * @param requestId Graph's request-id of the call, or a name of its own for changes by others
 */
public record AuditEntry(
    Instant at, String activity, String targetId, Initiator initiator, String requestId) {
  public static final String DISABLE = "Disable account";
  public static final String ENABLE = "Enable account";
  public static final String DELETE = "Delete user";
  public static final String RESTORE = "Restore user";
  public static final String PURGE = "Hard Delete user";
}
