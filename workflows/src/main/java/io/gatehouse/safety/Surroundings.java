package io.gatehouse.safety;

import java.util.List;

/**
 * What surrounds an account, as far as guards need it.
 *
 * @param holdsRole by assignment or through memberships
 * @param inRoleAssignableGroup as member or as owner
 * @param ownsApplication whoever else may own it cannot be seen with our permissions
 * @param unclear what could not be read, one sentence each: nothing happens then
 */
public record Surroundings(
    boolean holdsRole,
    boolean eligibleForRole,
    boolean inRoleAssignableGroup,
    boolean soleOwner,
    boolean ownsApplication,
    boolean foreignManaged,
    boolean inMailEnabledGroup,
    List<String> unclear) {
  public Surroundings {
    unclear = List.copyOf(unclear);
  }

  /** An ordinary account with nothing around it. */
  public static Surroundings none() {
    return new Surroundings(false, false, false, false, false, false, false, List.of());
  }
}
