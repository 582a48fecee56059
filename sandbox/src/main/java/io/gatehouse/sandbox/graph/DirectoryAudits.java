package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /auditLogs/directoryAudits}: what the tenant says happened in the last 30 days, newest
 * first and without the delay a real log has.
 */
record DirectoryAudits(Tenant tenant) {
  private static final int LARGEST_PAGE = 999;

  Reply list(Call call) {
    var clauses = call.option("$filter").map(Clause::parse).orElse(List.of());
    var found =
        tenant.directoryAudits().stream()
            .filter(entry -> clauses.stream().allMatch(c -> matches(c, entry)))
            .toList();
    return Reply.ok(
        new Pages(call, LARGEST_PAGE)
            .page(
                "auditLogs/directoryAudits",
                Listing.of(found, DirectoryAudits::newestFirst),
                entry -> AuditJson.entry(entry, tenant)));
  }

  /** The later the smaller; what happens while somebody turns the pages stands before them. */
  private static String newestFirst(AuditEntry entry) {
    return "%020d/%s/%s"
        .formatted(
            Long.MAX_VALUE - entry.at().toEpochMilli(), AuditJson.id(entry), entry.activity());
  }

  private static boolean matches(Clause clause, AuditEntry entry) {
    return switch (clause.property()) {
      case "id" -> clause.equalsText(AuditJson.id(entry));
      case "activityDisplayName" -> clause.equalsText(entry.activity());
      case "activityDateTime" -> clause.comparesTo(entry.at());
      case "correlationId" -> clause.equalsText(entry.requestId());
      case "loggedByService" -> clause.equalsText(AuditJson.service(entry));
      case "targetResources/id" -> clause.equalsText(entry.targetId());
      case "initiatedBy/user/id" -> clause.equalsText(personId(entry));
      case "initiatedBy/app/appId" -> clause.equalsText(appId(entry));
      default -> throw clause.unsupported();
    };
  }

  private static @Nullable String personId(AuditEntry entry) {
    return entry.initiator() instanceof Initiator.Person person ? person.id() : null;
  }

  private static @Nullable String appId(AuditEntry entry) {
    return switch (entry.initiator()) {
      case Initiator.App(var registration) -> registration.appId();
      case Initiator.Service(var appId, _) -> appId;
      case Initiator.Person _, Initiator.Directory _ -> null;
    };
  }
}
