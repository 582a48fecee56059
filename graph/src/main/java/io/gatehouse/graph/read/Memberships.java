package io.gatehouse.graph.read;

import java.util.List;

/** Object ids of everything a guest belongs to, nested groups included. */
public record Memberships(
    List<String> groups, List<String> directoryRoles, List<String> administrativeUnits) {

  public Memberships {
    groups = List.copyOf(groups);
    directoryRoles = List.copyOf(directoryRoles);
    administrativeUnits = List.copyOf(administrativeUnits);
  }
}
