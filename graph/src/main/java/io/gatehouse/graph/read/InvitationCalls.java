package io.gatehouse.graph.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.kiota.RequestInformation;
import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who invited whom, from the audit log. */
record InvitationCalls(GraphConnection graph) {

  /** What Graph gives at most (graph-docs: directoryaudit-list). */
  private static final int LARGEST_PAGE = 999;

  private static final GraphCall LIST =
      new GraphCall("GET /auditLogs/directoryAudits (invitations)", Bucket.AUDIT_LOG);

  InvitationPage list(Instant from, @Nullable String nextLink) {
    var request = nextLink == null ? firstPage(from) : page(nextLink);
    var page = ListPage.read(graph, LIST, request, InvitationCalls::invitation);
    var invitations = page.entries().stream().flatMap(Optional::stream).toList();
    return new InvitationPage(
        invitations, page.entries().size() - invitations.size(), page.nextLink(), page.requestId());
  }

  private RequestInformation firstPage(Instant from) {
    var filter =
        "activityDisplayName eq 'Invite external user' and activityDateTime ge %s".formatted(from);
    return graph
        .requests()
        .auditLogs()
        .directoryAudits()
        .toGetRequestInformation(get -> {
          get.queryParameters.filter = filter;
          get.queryParameters.top = LARGEST_PAGE;
        });
  }

  private RequestInformation page(String nextLink) {
    var own = graph.requireOwn(LIST, nextLink);
    return graph.requests().auditLogs().directoryAudits().withUrl(own).toGetRequestInformation();
  }

  private static Optional<Invitation> invitation(JsonElement element) {
    if (!(element instanceof JsonObject json)) {
      return Optional.empty();
    }
    var entry = new Properties(json);
    try {
      var guest = invited(entry);
      return guest.isEmpty() || !succeeded(entry)
          ? Optional.empty()
          : Optional.of(invitation(entry, guest.get()));
    } catch (Properties.Malformed _) {
      return Optional.empty();
    }
  }

  private static Invitation invitation(Properties entry, String guestId) {
    var by = entry.object("initiatedBy");
    var person = by.flatMap(it -> it.object("user")).map(user -> user.text("id"));
    var application = by.flatMap(it -> it.object("app")).map(InvitationCalls::name);
    return new Invitation(
        guestId,
        entry.existingInstant("activityDateTime"),
        person.orElse(null),
        application.orElse(null));
  }

  /** An invitation that failed asked nobody in. */
  private static boolean succeeded(Properties entry) {
    var result = entry.text("result");
    return result == null || result.equalsIgnoreCase("success");
  }

  /** Samples write {@code Type} and {@code type}. */
  private static Optional<String> invited(Properties entry) {
    for (var target : entry.objects("targetResources")) {
      var type = target.text(target.value("type") == null ? "Type" : "type");
      if ("user".equalsIgnoreCase(type) && target.value("id") != null) {
        return Optional.of(target.id());
      }
    }
    return Optional.empty();
  }

  private static @Nullable String name(Properties app) {
    var name = app.text("displayName");
    return name == null ? app.text("appId") : name;
  }
}
