package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.AppRegistration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which permissions each registration has right now: an administrator gives and takes them. */
public final class Consents {
  static final String READ_GROUPS = "GroupMember.Read.All";
  static final String READ_ROLES = "RoleManagement.Read.Directory";
  static final String READ_UNITS = "AdministrativeUnit.Read.All";
  static final String READ_APPLICATIONS = "Application.Read.All";

  private final Map<AppRegistration, Set<String>> given =
      new ConcurrentHashMap<>(
          Arrays.stream(AppRegistration.values())
              .collect(Collectors.toMap(Function.identity(), AppRegistration::permissions)));
  private final Set<Quirk> quirks;

  Consents(Set<Quirk> quirks) {
    this.quirks = quirks;
  }

  /** From now on the registration has one more permission, such as {@code User.Read.All}. */
  public void give(AppRegistration app, String permission) {
    change(app, permissions -> permissions.add(permission));
  }

  /** From now on calls that need the permission are refused. */
  public void take(AppRegistration app, String permission) {
    change(app, permissions -> permissions.remove(permission));
  }

  private void change(AppRegistration app, Consumer<Set<String>> change) {
    given.compute(
        app,
        (_, before) -> {
          var after = new HashSet<>(before == null ? Set.of() : before);
          change.accept(after);
          return Set.copyOf(after);
        });
  }

  Set<String> of(AppRegistration app) {
    var permissions = new HashSet<>(given.getOrDefault(app, Set.of()));
    if (quirks.contains(Quirk.GROUPS_UNREADABLE)) {
      permissions.remove(READ_GROUPS);
    }
    return permissions;
  }
}
