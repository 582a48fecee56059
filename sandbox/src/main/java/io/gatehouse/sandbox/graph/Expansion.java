package io.gatehouse.sandbox.graph;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one relation that can be expanded: sponsors, at most twenty and without a nextLink. Source:
 * graph-docs, query-parameters.
 */
record Expansion(Selection selection, String context) {
  static final int MOST = 20;

  private static final Pattern SPONSORS =
      Pattern.compile("sponsors(?:\\(\\s*\\$select=([^();]*)\\))?");

  static Optional<Expansion> of(Call call) {
    return call.option("$expand").map(expand -> of(expand, call));
  }

  private static Expansion of(String expand, Call call) {
    if (call.header("ConsistencyLevel").isPresent() || call.query().containsKey("$count")) {
      throw GraphError.unsupportedQuery("$expand is not supported with advanced queries.");
    }
    if (call.asksForSignInActivity()) {
      // nobody documents what this does; whoever depends on it should notice here
      throw GraphError.unsupportedQuery("$expand does not go with signInActivity.");
    }
    var sponsors = SPONSORS.matcher(expand);
    if (!sponsors.matches()) {
      throw GraphError.badRequest(
          "The sandbox expands sponsors($select=...) and no more, not '%s'.".formatted(expand));
    }
    var select = Optional.ofNullable(sponsors.group(1));
    return new Expansion(Selection.of(select), "sponsors(" + select.orElse("") + ")");
  }
}
