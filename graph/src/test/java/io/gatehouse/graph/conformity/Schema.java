package io.gatehouse.graph.conformity;

import io.gatehouse.graph.conformity.SchemaType.Member;
import io.gatehouse.graph.conformity.SchemaType.Structured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Graph can be asked and can answer, by its own metadata. Type names may be given with a
 * namespace ({@code microsoft.graph.user}) or with its alias ({@code graph.user}).
 *
 * @param roots entity sets and singletons, where paths begin
 */
record Schema(
    Map<String, SchemaType> types,
    Map<String, TypeRef> roots,
    List<Action> actions,
    Map<String, String> aliases) {

  /** An operation at the end of a path, and what it answers; null for nothing. */
  record Action(String name, TypeRef boundTo, @Nullable TypeRef answer) {}

  Optional<SchemaType> type(String name) {
    return Optional.ofNullable(types.get(qualified(name)));
  }

  String qualified(String name) {
    var dot = name.lastIndexOf('.');
    var namespace = dot < 0 ? "" : name.substring(0, dot);
    return aliases.containsKey(namespace) ? aliases.get(namespace) + name.substring(dot) : name;
  }

  /** A member of the type or of one of its bases. */
  Optional<Member> member(String type, String name) {
    for (var at = type(type); at.isPresent(); ) {
      if (!(at.get() instanceof Structured(var base, var members))) {
        return Optional.empty();
      }
      if (members.containsKey(name)) {
        return Optional.of(members.get(name));
      }
      at = base == null ? Optional.empty() : type(base);
    }
    return Optional.empty();
  }

  /** As {@link #member}, also of the types derived from it, as $select may name them. */
  Optional<Member> memberOfKin(String type, String name) {
    return member(type, name)
        .or(() ->
            types.keySet().stream()
                .filter(kin -> isA(kin, type))
                .flatMap(kin -> member(kin, name).stream())
                .findFirst());
  }

  boolean isA(String type, String ancestor) {
    var sought = qualified(ancestor);
    @Nullable String at = qualified(type);
    while (at != null) {
      if (at.equals(sought)) {
        return true;
      }
      at =
          types.get(at) instanceof Structured(var base, _) && base != null ? qualified(base) : null;
    }
    return false;
  }

  Optional<Action> action(String name, TypeRef boundTo) {
    return actions.stream()
        .filter(action ->
            action.name().equals(name)
                && action.boundTo().collection() == boundTo.collection()
                && isA(boundTo.name(), action.boundTo().name()))
        .findFirst();
  }
}
