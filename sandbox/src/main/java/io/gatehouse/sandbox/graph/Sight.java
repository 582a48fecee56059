package io.gatehouse.sandbox.graph;

import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.Group;
import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.OwnedObject;
import io.gatehouse.sandbox.tenant.SponsorLink;
import io.gatehouse.sandbox.tenant.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How one caller sees the objects at the end of a relation: what it selects, and of a type that its
 * permissions do not reach only id and {@code @odata.type}.
 */
record Sight(Set<String> permissions, Selection selection) {
  private static final String ID = "id";
  private static final String TYPE = "@odata.type";

  JsonObject user(User user) {
    return DirectoryJson.directoryObject(user, selection.ofUser());
  }

  JsonObject sponsor(SponsorLink link) {
    return switch (link) {
      case SponsorLink.Person(var user) -> user(user);
      case SponsorLink.Team(var group) -> group(group);
    };
  }

  JsonObject group(Group group) {
    return seen(DirectoryJson.group(group), Consents.READ_GROUPS);
  }

  JsonObject membership(Membership membership) {
    return switch (membership) {
      case Membership.Group group -> seen(DirectoryJson.group(group), Consents.READ_GROUPS);
      case Membership.DirectoryRole role -> seen(DirectoryJson.role(role), Consents.READ_ROLES);
      case Membership.Unit _ -> seen(DirectoryJson.unit(membership, false), Consents.READ_UNITS);
      case Membership.RestrictedUnit _ ->
          seen(DirectoryJson.unit(membership, true), Consents.READ_UNITS);
    };
  }

  /**
   * @param groups finds a group by object id
   */
  JsonObject owned(OwnedObject owned, Function<String, Optional<Group>> groups) {
    return switch (owned.kind()) {
      case GROUP -> group(groups.apply(owned.id()).orElseThrow());
      case APPLICATION -> seen(DirectoryJson.application(owned), Consents.READ_APPLICATIONS);
    };
  }

  private JsonObject seen(JsonObject whole, String permission) {
    boolean readable = permissions.contains(permission);
    for (String property : List.copyOf(whole.keySet())) {
      boolean kept =
          property.equals(TYPE)
              || (selection.asksFor(property) && (readable || property.equals(ID)));
      if (!kept) {
        whole.remove(property);
      }
    }
    return whole;
  }
}
