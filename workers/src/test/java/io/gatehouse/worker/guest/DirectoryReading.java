package io.gatehouse.worker.guest;

import java.util.List;
import java.util.Set;

/**
 * An activity that only reads the directory, in the order of a guest's way through the house, with
 * the calls it makes in theirs.
 */
enum DirectoryReading {
  SPONSORS("/users"),
  GUESTS("/users"),
  INVITATIONS("/auditLogs/directoryAudits"),
  /** Of one guest, who owns a group together with others. */
  OPEN(
      "/users/{id}/transitiveMemberOf",
      "/users/{id}/ownedObjects",
      "/roleManagement/directory/roleAssignments",
      "/roleManagement/directory/roleEligibilityScheduleInstances",
      "/groups/{id}/owners"),
  ASK_SPONSOR("/users/{id}/sponsors", "/users/{id}"),
  ASK_MANAGER("/users/{id}/sponsors", "/users/{id}/manager", "/users/{id}"),
  ASK_GROUP("/users/{id}/sponsors", "/groups/{id}/owners", "/groups/{id}/members"),
  SILENCE("/users/{id}/sponsors", "/users/{id}/manager", "/users/{id}/transitiveMemberOf"),
  LOOK("/users/{id}");

  /** What Graph refuses here for good is somebody's to look at, and nobody else has to wait. */
  private static final Set<String> MAY_STAY_UNCLEAR =
      Set.of(
          "/roleManagement/directory/roleAssignments",
          "/roleManagement/directory/roleEligibilityScheduleInstances",
          "/groups/{id}/owners");

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> calls;

  DirectoryReading(String... calls) {
    this.calls = List.of(calls);
  }

  /** As the sandbox's book names them; a test holds this against what really is called. */
  List<String> calls() {
    return calls;
  }

  boolean goesOnWithout(String call) {
    return this == OPEN && MAY_STAY_UNCLEAR.contains(call);
  }

  /** The call's path as a pattern. */
  static String path(String call) {
    return "^" + call.replace("{id}", "[^/]+") + "$";
  }
}
