package io.gatehouse.sandbox.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a $filter: the sandbox knows comparisons joined by {@code and}, no more.
 *
 * @param literal the value, without the quotes of a string
 */
record Clause(String property, String operator, String literal) {
  private static final String VALUE = "('(?:[^']|'')*'|[^\\s']+)";
  private static final Pattern ANY =
      Pattern.compile("(\\w+)/any\\((\\w+):\\s*\\2/(\\w+)\\s+(\\w+)\\s+" + VALUE + "\\)");
  private static final Pattern COMPARISON =
      Pattern.compile("\\G\\s*([\\w/]+)\\s+(\\w+)\\s+" + VALUE + "\\s*(?:\\band\\b|$)");

  /** Reads a filter; {@code targetResources/any(t:t/id eq 'x')} reads as targetResources/id. */
  static List<Clause> parse(String filter) {
    String flat = ANY.matcher(filter).replaceAll("$1/$3 $4 $5");
    Matcher matcher = COMPARISON.matcher(flat);
    var clauses = new ArrayList<Clause>();
    int end = 0;
    while (end < flat.length() && matcher.find()) {
      clauses.add(new Clause(matcher.group(1), matcher.group(2), unquote(matcher.group(3))));
      end = matcher.end();
    }
    if (clauses.isEmpty() || end < flat.length() || flat.stripTrailing().endsWith(" and")) {
      throw GraphError.unsupportedQuery("Invalid filter clause: " + filter);
    }
    return clauses;
  }

  private static String unquote(String value) {
    return value.startsWith("'")
        ? value.substring(1, value.length() - 1).replace("''", "'")
        : value;
  }

  /** Without regard to case, as Graph compares text; the literal {@code null} equals no value. */
  boolean equalsText(@Nullable String value) {
    return equality(value == null ? literal.equals("null") : value.equalsIgnoreCase(literal));
  }

  private boolean equality(boolean same) {
    return switch (operator) {
      case "eq" -> same;
      case "ne" -> !same;
      default -> throw unsupported();
    };
  }

  boolean comparesTo(Instant value) {
    int order = value.compareTo(instant());
    return switch (operator) {
      case "eq" -> order == 0;
      case "ge" -> order >= 0;
      case "le" -> order <= 0;
      default -> throw unsupported();
    };
  }

  private Instant instant() {
    try {
      return Instant.parse(literal);
    } catch (DateTimeException e) {
      throw GraphError.badRequest("Invalid date in filter clause: " + literal);
    }
  }

  GraphError unsupported() {
    return GraphError.unsupportedQuery(
        "Unsupported or invalid query filter clause specified for property '%s' of resource."
            .formatted(property));
  }
}
