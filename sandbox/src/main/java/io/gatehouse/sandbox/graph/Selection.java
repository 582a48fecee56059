package io.gatehouse.sandbox.graph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a $select asks of a list whose objects may be users, groups, roles and more: each object
 * shows those of the properties that its own type has.
 *
 * @param names in lower case; null without $select
 */
record Selection(@Nullable Set<String> names) {
  /** What the sandbox shows of types other than user. */
  private static final Set<String> OF_OTHER_TYPES =
      Set.of(
          "mailenabled",
          "securityenabled",
          "isassignabletorole",
          "grouptypes",
          "roletemplateid",
          "ismembermanagementrestricted");

  static Selection of(Optional<String> select) {
    if (select.isEmpty()) {
      return new Selection(null);
    }
    var names =
        Arrays.stream(select.get().split(",", -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (String name : names) {
      if (!OF_OTHER_TYPES.contains(name)) {
        UserProperties.named(name); // refuses what no type has
      }
    }
    return new Selection(names);
  }

  /** The properties asked of a user, in Graph's spelling. */
  Set<String> ofUser() {
    if (names == null) {
      return UserProperties.DEFAULT;
    }
    var own = new HashSet<>(names);
    own.removeAll(OF_OTHER_TYPES);
    return own.stream()
        .map(UserProperties::named)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  boolean asksFor(String property) {
    return names == null || names.contains(property.toLowerCase(Locale.ROOT));
  }
}
