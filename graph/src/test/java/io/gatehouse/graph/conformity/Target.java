package io.gatehouse.graph.conformity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads.
 *
 * @param template the path with {@code {id}} for every key
 * @param answer null when the last segment is an operation that answers nothing
 */
record Target(String template, @Nullable TypeRef answer) {

  /** A path that the schema does not have. The message names the first wrong segment. */
  static final class Missing extends RuntimeException {
    Missing(String segment, String after) {
      super("nothing called %s after %s".formatted(segment, after));
    }
  }

  static Target of(Schema schema, List<String> path) {
    var root = schema.roots().get(path.getFirst());
    if (root == null) {
      throw new Missing(path.getFirst(), "the base");
    }
    var at = new Target("/" + path.getFirst(), root);
    for (var segment : path.subList(1, path.size())) {
      at = at.next(schema, segment);
    }
    return at;
  }

  private Target next(Schema schema, String segment) {
    if (answer == null) {
      throw new Missing(segment, template);
    }
    if (schema.type(segment).isPresent() && schema.isA(segment, answer.name())) {
      return new Target(template + "/" + segment, new TypeRef(segment, answer.collection()));
    }
    var action = schema.action(segment, answer);
    if (action.isPresent()) {
      return new Target(template + "/" + segment, action.get().answer());
    }
    if (answer.collection()) {
      return new Target(template + "/{id}", answer.one());
    }
    return schema
        .member(answer.name(), segment)
        .map(member -> new Target(template + "/" + segment, member.type()))
        .orElseThrow(() -> new Missing(segment, template));
  }
}
