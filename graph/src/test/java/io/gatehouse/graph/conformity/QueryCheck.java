package io.gatehouse.graph.conformity;

import io.gatehouse.graph.conformity.SchemaType.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a query asks for and the schema does not have, one sentence each. */
record QueryCheck(Schema schema) {

  private static final Pattern EXPANDED = Pattern.compile("(\\w+)(?:\\(\\$select=([\\w,]+)\\))?");
  private static final Pattern CLAUSE =
      Pattern.compile("([\\w/]+) (?:eq|ne|ge|gt|le|lt) ('[^']*'|\\S+)");

  List<String> flaws(TypeRef type, Map<String, String> query) {
    var flaws = new ArrayList<String>();
    query.forEach((option, value) -> {
      switch (option) {
        case "$select" -> select(type, value, flaws);
        case "$expand" -> expand(type, value, flaws);
        case "$filter" -> filter(type, value, flaws);
        case "$top" -> top(value, flaws);
        case "$skiptoken" -> {} // opaque
        default -> flaws.add("the option %s".formatted(option));
      }
    });
    return flaws;
  }

  private void select(TypeRef type, String names, List<String> flaws) {
    for (var name : names.split(",", -1)) {
      if (schema.memberOfKin(type.name(), name).isEmpty()) {
        flaws.add("$select=%s on %s".formatted(name, type.name()));
      }
    }
  }

  private void expand(TypeRef type, String expanded, List<String> flaws) {
    var parts = EXPANDED.matcher(expanded);
    var member =
        parts.matches() ? schema.member(type.name(), parts.group(1)) : Optional.<Member>empty();
    if (member.isEmpty() || !member.get().navigation()) {
      flaws.add("$expand=%s on %s".formatted(expanded, type.name()));
    } else if (parts.group(2) != null) {
      select(member.get().type(), parts.group(2), flaws);
    }
  }

  private void filter(TypeRef type, String filter, List<String> flaws) {
    for (var clause : filter.split(" and ", -1)) {
      var parts = CLAUSE.matcher(clause);
      if (!parts.matches() || !fits(type, parts.group(1), parts.group(2))) {
        flaws.add("$filter=%s on %s".formatted(clause, type.name()));
      }
    }
  }

  private boolean fits(TypeRef type, String path, String literal) {
    var at = type;
    for (var name : path.split("/", -1)) {
      var member = schema.member(at.name(), name);
      if (member.isEmpty()) {
        return false;
      }
      at = member.get().type();
    }
    return switch (at.name()) {
      case "Edm.String" -> literal.startsWith("'");
      case "Edm.DateTimeOffset" -> literal.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
      case "Edm.Boolean" -> literal.matches("true|false");
      default -> false; // the product filters by nothing else
    };
  }

  private static void top(String value, List<String> flaws) {
    var size = Integer.parseInt(value);
    if (size < 1 || size > 999) {
      flaws.add("$top=%d, and a page holds 1 to 999".formatted(size));
    }
  }
}
