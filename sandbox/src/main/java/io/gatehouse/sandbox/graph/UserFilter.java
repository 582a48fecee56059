package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.User;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The $filter of the users list, with Graph's forbidden combinations: comparisons joined by {@code
 * and}, or object ids joined by {@code or}.
 *
 * @param ids the object ids asked for, empty when the filter does not name any
 */
record UserFilter(List<Clause> clauses, NavigableSet<String> ids) {
  /** Source: graph-docs, filter-query-parameter. */
  private static final int MOST_ALTERNATIVES = 15;

  /** An {@code or} outside of quotes. */
  private static final Pattern OR = Pattern.compile("\\s+or\\s+(?=(?:[^']*'[^']*')*[^']*$)");

  static UserFilter of(Call call) {
    var alternatives =
        call.option("$filter").stream()
            .flatMap(filter -> Arrays.stream(OR.split(filter, -1)))
            .map(Clause::parse)
            .toList();
    if (alternatives.size() > 1 || alternatives.stream().anyMatch(UserFilter::isId)) {
      return new UserFilter(List.of(), ids(alternatives));
    }
    var clauses = alternatives.isEmpty() ? List.<Clause>of() : alternatives.getFirst();
    boolean signIn = clauses.stream().anyMatch(c -> c.property().startsWith("signInActivity/"));
    if (signIn && clauses.size() > 1) {
      // Source: Learn, user-list: "cannot be combined with any other filterable property"
      throw new GraphError(400, "BadRequest", "Filter not supported.");
    }
    if (clauses.stream().anyMatch(c -> c.operator().equals("ne")) && !call.isAdvanced()) {
      throw GraphError.unsupportedQuery("Unsupported Query.");
    }
    return new UserFilter(clauses, Collections.emptyNavigableSet());
  }

  private static NavigableSet<String> ids(List<List<Clause>> alternatives) {
    if (alternatives.size() > MOST_ALTERNATIVES) {
      throw GraphError.unsupportedQuery(
          "Too many child clauses specified in search filter expression containing 'OR' operators:"
              + " %d. Max allowed: %d.".formatted(alternatives.size(), MOST_ALTERNATIVES));
    }
    var ids = new TreeSet<String>();
    for (var clauses : alternatives) {
      if (!isId(clauses)) {
        throw GraphError.unsupportedQuery("The sandbox joins object ids by 'or' and no more.");
      }
      ids.add(clauses.getFirst().literal());
    }
    return ids;
  }

  private static boolean isId(List<Clause> clauses) {
    var first = clauses.getFirst();
    return clauses.size() == 1 && first.property().equals("id") && first.operator().equals("eq");
  }

  /** Exactly {@code userType eq 'Guest'}. */
  boolean isAllGuests() {
    return clauses.equals(List.of(new Clause("userType", "eq", User.GUEST)));
  }

  boolean matches(User user) {
    return clauses.stream().allMatch(c -> matches(c, user));
  }

  private static boolean matches(Clause clause, User user) {
    var seen = user.signIns();
    return switch (clause.property()) {
      case "id" -> clause.equalsText(user.id());
      case "userType" -> clause.equalsText(user.userType());
      case "creationType" -> clause.equalsText(user.creationType());
      case "externalUserState" -> clause.equalsText(user.externalUserState());
      case "accountEnabled" -> clause.equalsText(Boolean.toString(user.accountEnabled()));
      case "createdDateTime" -> clause.comparesTo(user.created());
      case "signInActivity/lastSignInDateTime" ->
          dated(clause, seen == null ? null : seen.interactive());
      case "signInActivity/lastNonInteractiveSignInDateTime" ->
          dated(clause, seen == null ? null : seen.nonInteractive());
      case "signInActivity/lastSuccessfulSignInDateTime" ->
          dated(clause, seen == null ? null : seen.successful());
      default -> throw clause.unsupported();
    };
  }

  private static boolean dated(Clause clause, @Nullable String date) {
    return date != null && !date.isEmpty() && clause.comparesTo(Instant.parse(date));
  }
}
