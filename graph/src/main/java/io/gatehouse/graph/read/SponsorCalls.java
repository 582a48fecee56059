package io.gatehouse.graph.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.kiota.RequestInformation;
import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.ObjectId;
import io.gatehouse.graph.read.SponsorRef.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who vouches for guests: of all of them page by page, and of one. */
record SponsorCalls(GraphConnection graph, ObjectCalls calls) {

  private static final int LARGEST_PAGE = 999;
  private static final GraphCall LIST = new GraphCall("GET /users (sponsors)", Bucket.READ);
  private static final GraphCall OF_ONE = new GraphCall("GET /users/{id}/sponsors", Bucket.READ);

  SponsorPage list(@Nullable String nextLink, int pageSize) {
    ListPage.requireSize("sponsors", pageSize, LARGEST_PAGE);
    var request = nextLink == null ? ListQuery.SPONSORS.firstPage(graph, pageSize) : page(nextLink);
    var page = ListPage.read(graph, LIST, request, SponsorCalls::told);
    var told = page.entries().stream().flatMap(Optional::stream).toList();
    var untold = page.entries().size() - told.size();
    return new SponsorPage(told, untold, page.nextLink(), page.requestId(), page.sha256());
  }

  List<SponsorRef> of(String guestId) {
    var sponsors = graph.requests().users().byUserId(ObjectId.require(guestId)).sponsors();
    return calls.all(
        OF_ONE,
        sponsors.toGetRequestInformation(get -> get.queryParameters.select = new String[] {"id"}),
        link -> sponsors.withUrl(link).toGetRequestInformation(),
        sponsor -> new SponsorRef(sponsor.id(), kind(sponsor)));
  }

  private RequestInformation page(String nextLink) {
    return graph
        .requests()
        .users()
        .withUrl(graph.requireOwn(LIST, nextLink))
        .toGetRequestInformation();
  }

  /**
   * Empty unless the whole list of this guest could be read: half of it could make a guest look
   * deserted.
   */
  private static Optional<GuestSponsors> told(JsonElement element) {
    if (!(element instanceof JsonObject json)) {
      return Optional.empty();
    }
    var guest = new Properties(json);
    try {
      if (guest.value("sponsors") == null) {
        return Optional.empty();
      }
      var sponsors = guest.objects("sponsors").stream().map(SponsorCalls::listed).toList();
      return Optional.of(new GuestSponsors(guest.id(), sponsors));
    } catch (Properties.Malformed _) {
      return Optional.empty();
    }
  }

  private static ListedSponsor listed(Properties sponsor) {
    var kind = kind(sponsor);
    return new ListedSponsor(
        sponsor.id(),
        kind,
        sponsor.text("displayName"),
        sponsor.flag("accountEnabled"),
        sponsor.text("mail"),
        sponsor.text("userType"),
        detailed(kind, sponsor.json()));
  }

  /** By the keys, not by their values: null is an answer, a missing key is none. */
  private static boolean detailed(Kind kind, JsonObject sponsor) {
    return switch (kind) {
      case USER -> sponsor.has("accountEnabled") && sponsor.has("mail") && sponsor.has("userType");
      case GROUP -> sponsor.has("mail");
      case OTHER -> false;
    };
  }

  private static Kind kind(Properties sponsor) {
    return switch (sponsor.text("@odata.type")) {
      case "#microsoft.graph.user" -> Kind.USER;
      case "#microsoft.graph.group" -> Kind.GROUP;
      case null, default -> Kind.OTHER;
    };
  }
}
