package io.gatehouse.doctor;

import static io.gatehouse.doctor.Finding.note;
import static io.gatehouse.doctor.Finding.well;
import static io.gatehouse.doctor.Finding.wrong;

import io.gatehouse.graph.access.Duty;
import io.gatehouse.graph.access.Need;
import io.gatehouse.graph.access.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a registration may do with what it is for. */
final class Consent {
  private Consent() {}

  static List<Finding> findings(Pass pass, Duty duty, String tenant) {
    return switch (pass) {
      case Pass.Opaque _ ->
          List.of(note("got a token that does not say what it allows, as a sandbox's"));
      case Pass.Readable token -> findings(token, duty, tenant);
    };
  }

  private static List<Finding> findings(Pass.Readable token, Duty duty, String tenant) {
    var found = new ArrayList<Finding>();
    if (!token.tenantId().equalsIgnoreCase(tenant)) {
      found.add(
          wrong(
              "The token is for tenant %s, GATEHOUSE_TENANT is %s: use a registration of that tenant."
                  .formatted(token.tenantId(), tenant)));
    }
    for (Need need : duty.needs()) {
      if (!token.roles().contains(need.permission())) {
        found.add(missing(need, token.clientId()));
      }
    }
    Set<String> more = new TreeSet<>(token.roles());
    more.removeAll(duty.permissions());
    if (!more.isEmpty()) {
      found.add(
          note(
              "Application %s may do more than it is for: take %s away."
                  .formatted(token.clientId(), String.join(", ", more))));
    }
    if (found.isEmpty()) {
      found.add(well("may do what it is for, and no more"));
    }
    return found;
  }

  private static Finding missing(Need need, String clientId) {
    String words =
        "Application %s lacks %s (%s): %s. Add the application permission and grant admin consent; a token renews within an hour or so."
            .formatted(clientId, need.permission(), need.use(), need.without());
    return need.weight() == Need.Weight.VITAL ? wrong(words) : note(words);
  }
}
