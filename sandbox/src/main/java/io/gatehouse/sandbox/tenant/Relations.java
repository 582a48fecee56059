package io.gatehouse.sandbox.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who stands for whom, belongs where and owns what, by object id. It keeps what was once said about
 * people who are gone; whoever asks leaves those out.
 */
final class Relations {
  private final GeneratedGuests generated;
  private final Map<String, List<String>> sponsors = new HashMap<>();
  private final Map<String, String> managers = new HashMap<>();
  private final Map<String, List<Membership>> memberships = new TreeMap<>();
  private final Map<String, Membership.Group> groups = new HashMap<>();
  private final Map<String, OwnedObject> applications = new HashMap<>();
  private final Map<String, List<String>> owners = new TreeMap<>();

  Relations(GeneratedGuests generated) {
    this.generated = generated;
    var shared = generated.belongings().groups();
    List.of(shared.partners(), shared.auditTeam(), shared.bulletin()).forEach(this::found);
  }

  void sponsored(String id, List<String> by) {
    sponsors.put(id, List.copyOf(by));
  }

  void managed(String id, String by) {
    managers.put(id, by);
  }

  void found(Membership.Group group) {
    groups.put(group.id(), group);
  }

  void own(String owner, OwnedObject application) {
    applications.put(application.id(), application);
    own(owner, application.id());
  }

  void own(String owner, String objectId) {
    owners.computeIfAbsent(objectId, _ -> new ArrayList<>()).add(owner);
  }

  void join(String id, Membership membership) {
    var now = new ArrayList<>(memberships(id));
    now.add(membership);
    if (membership instanceof Membership.Group group) {
      found(group);
    }
    memberships.put(id, List.copyOf(now));
  }

  void leave(String id, Predicate<Membership> which) {
    memberships.put(id, memberships(id).stream().filter(which.negate()).toList());
  }

  List<String> sponsors(String id) {
    var stored = sponsors.get(id);
    if (stored != null) {
      return stored;
    }
    var index = generated.indexOf(id);
    return index.isPresent() ? generated.belongings().sponsors(index.getAsInt()) : List.of();
  }

  Optional<String> manager(String id) {
    var index = generated.indexOf(id);
    return index.isPresent()
        ? generated.belongings().manager(index.getAsInt())
        : Optional.ofNullable(managers.get(id));
  }

  List<Membership> memberships(String id) {
    var stored = memberships.get(id);
    if (stored != null) {
      return stored;
    }
    var index = generated.indexOf(id);
    return index.isPresent() ? generated.belongings().memberships(index.getAsInt()) : List.of();
  }

  Optional<Membership.Group> group(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  Optional<OwnedObject> application(String id) {
    return Optional.ofNullable(applications.get(id));
  }

  /** The object ids of everybody who was ever in a group and did not leave. */
  Stream<String> members(Membership.Group group) {
    var stored =
        memberships.entrySet().stream()
            .filter(e -> e.getValue().contains(group))
            .map(Map.Entry::getKey);
    var others =
        generated
            .belongings()
            .members(group)
            .mapToObj(generated::id)
            .filter(id -> !memberships.containsKey(id));
    return Stream.concat(stored, others).sorted();
  }

  List<String> owners(String objectId) {
    return owners.getOrDefault(objectId, List.of());
  }

  Stream<OwnedObject> owned(String id) {
    return owners.entrySet().stream()
        .filter(e -> e.getValue().contains(id))
        .map(Map.Entry::getKey)
        .flatMap(object ->
            Stream.concat(
                group(object).map(OwnedObject::group).stream(), application(object).stream()));
  }
}
