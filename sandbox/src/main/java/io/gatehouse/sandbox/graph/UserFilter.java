package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The $filter of the users list, with Graph's forbidden combinations. */
record UserFilter(List<Clause> clauses) {

  static UserFilter of(Call call) {
    var clauses = call.option("$filter").map(Clause::parse).orElse(List.of());
    boolean signIn = clauses.stream().anyMatch(c -> c.property().startsWith("signInActivity/"));
    if (signIn && clauses.size() > 1) {
      // Source: Learn, user-list: "cannot be combined with any other filterable property"
      throw new GraphError(400, "BadRequest", "Filter not supported.");
    }
    if (clauses.stream().anyMatch(c -> c.operator().equals("ne")) && !call.isAdvanced()) {
      throw GraphError.unsupportedQuery("Unsupported Query.");
    }
    return new UserFilter(clauses);
  }

  boolean matches(User user) {
    return clauses.stream().allMatch(c -> matches(c, user));
  }

  private static boolean matches(Clause clause, User user) {
    var seen = user.signIns();
    return switch (clause.property()) {
      case "id" -> clause.equalsText(user.id());
      case "userType" -> clause.equalsText(user.guest() ? "Guest" : "Member");
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
