package io.gatehouse.graph.read;

import java.util.List;

/**
 * Everything a guest belongs to, nested groups included.
 *
 * @param directoryRoles object ids of the roles, not of their definitions
 * @param administrativeUnits object ids
 */
public record Memberships(
    List<GroupRef> groups, List<String> directoryRoles, List<String> administrativeUnits) {

  public Memberships {
    groups = List.copyOf(groups);
    directoryRoles = List.copyOf(directoryRoles);
    administrativeUnits = List.copyOf(administrativeUnits);
  }

  /** Whether every group was readable; if not, ask for GroupMember.Read.All. */
  public boolean readable() {
    return groups.stream().allMatch(GroupRef::readable);
  }
}
