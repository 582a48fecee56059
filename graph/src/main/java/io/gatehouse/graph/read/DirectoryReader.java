package io.gatehouse.graph.read;

import com.microsoft.kiota.RequestInformation;
import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.ObjectId;
import io.gatehouse.graph.read.SponsorRef.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory's reading side. Needs User.Read.All, AuditLog.Read.All (for signInActivity) and
 * RoleManagement.Read.Directory. Every method throws {@link GraphException} for what Graph does not
 * answer properly, and IllegalArgumentException for an id that is none.
 */
public final class DirectoryReader {

  /** A page with signInActivity holds at most this many guests (Learn: user-list). */
  public static final int LARGEST_PAGE = 500;

  private static final GraphCall GUESTS =
      new GraphCall("GET /users (guests)", Bucket.SIGN_IN_ACTIVITY);
  private static final GraphCall GUEST =
      new GraphCall("GET /users/{id} (guest)", Bucket.SIGN_IN_ACTIVITY);
  private static final GraphCall PERSON = read("GET /users/{id}");
  private static final GraphCall SPONSORS = read("GET /users/{id}/sponsors");
  private static final GraphCall MANAGER = read("GET /users/{id}/manager");
  private static final GraphCall MEMBERSHIPS = read("GET /users/{id}/transitiveMemberOf");
  private static final GraphCall ROLES = read("GET /roleManagement/directory/roleAssignments");
  private static final GraphCall DELETED = read("GET /directory/deletedItems/{id}");

  private static final String[] ONLY_ID = {"id"};

  private final GraphConnection graph;
  private final ObjectCalls calls;

  public DirectoryReader(GraphConnection graph) {
    this.graph = graph;
    this.calls = new ObjectCalls(graph);
  }

  /**
   * One page of the guest list. The list lags behind changes: look at a guest again before acting.
   *
   * @param nextLink from the page before, or null for the first
   * @param pageSize 1 to {@link #LARGEST_PAGE}; a nextLink carries its own
   */
  public GuestPage guests(@Nullable String nextLink, int pageSize) {
    if (pageSize < 1 || pageSize > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "A page of guests holds 1 to %d, and %d were asked for."
              .formatted(LARGEST_PAGE, pageSize));
    }
    var request = nextLink == null ? firstPage(pageSize) : page(nextLink);
    // A nextLink carries no headers: set on every page.
    request.headers.add("x-ms-throttle-priority", "Low");
    var answer = graph.send(GUESTS, request);
    var page = answer.read(json -> PageReading.read(json, GuestReading::answer));
    var next = page.nextLink() == null ? null : graph.requireOwn(GUESTS, page.nextLink());
    return new GuestPage(page.entries(), next, answer.requestId(), answer.sha256());
  }

  /** A fresh look at one guest. By object id only: by UPN Graph refuses signInActivity. */
  public DirectoryGuest guest(String id) {
    var request =
        graph
            .requests()
            .users()
            .byUserId(ObjectId.require(id))
            .toGetRequestInformation(get -> get.queryParameters.select = GuestReading.SELECT);
    return calls.one(GUEST, request, GuestReading::guest);
  }

  public Person person(String id) {
    var request =
        graph
            .requests()
            .users()
            .byUserId(ObjectId.require(id))
            .toGetRequestInformation(get ->
                get.queryParameters.select =
                    new String[] {"id", "displayName", "mail", "userType", "accountEnabled"});
    return calls.one(
        PERSON,
        request,
        person ->
            new Person(
                person.id(),
                person.text("displayName"),
                person.text("mail"),
                person.text("userType"),
                person.flag("accountEnabled")));
  }

  /**
   * Empty for a guest without sponsors. Without group permissions a group still shows its id and
   * type.
   */
  public List<SponsorRef> sponsors(String guestId) {
    var sponsors = graph.requests().users().byUserId(ObjectId.require(guestId)).sponsors();
    return calls.all(
        SPONSORS,
        sponsors.toGetRequestInformation(get -> get.queryParameters.select = ONLY_ID),
        link -> sponsors.withUrl(link).toGetRequestInformation(),
        sponsor -> new SponsorRef(sponsor.id(), kind(sponsor)));
  }

  /** Empty when Graph answers 404, as it does for a guest without a manager. */
  public Optional<String> managerId(String guestId) {
    var request =
        graph
            .requests()
            .users()
            .byUserId(ObjectId.require(guestId))
            .manager()
            .toGetRequestInformation(get -> get.queryParameters.select = ONLY_ID);
    return calls.ifThere(MANAGER, request, Properties::id);
  }

  public Memberships memberships(String guestId) {
    var memberOf =
        graph.requests().users().byUserId(ObjectId.require(guestId)).transitiveMemberOf();
    var members =
        calls.all(
            MEMBERSHIPS,
            memberOf.toGetRequestInformation(get -> get.queryParameters.select = ONLY_ID),
            link -> memberOf.withUrl(link).toGetRequestInformation(),
            member -> new Member(member.type(), member.id()));
    return new Memberships(
        Member.ids(members, "#microsoft.graph.group"),
        Member.ids(members, "#microsoft.graph.directoryRole"),
        Member.ids(members, "#microsoft.graph.administrativeUnit"));
  }

  /**
   * Role definition ids of the guest's own active role assignments. Any entry is a reason not to
   * act.
   */
  public List<String> roleAssignments(String guestId) {
    var assignments = graph.requests().roleManagement().directory().roleAssignments();
    var filter = "principalId eq '%s'".formatted(ObjectId.require(guestId));
    return calls.all(
        ROLES,
        assignments.toGetRequestInformation(get -> get.queryParameters.filter = filter),
        link -> assignments.withUrl(link).toGetRequestInformation(),
        assignment -> assignment.objectId("roleDefinitionId"));
  }

  /**
   * The guest in the recycle bin; empty when it is not there: alive, or gone for good after 30
   * days.
   */
  public Optional<DeletedGuest> deleted(String guestId) {
    var request =
        graph
            .requests()
            .directory()
            .deletedItems()
            .byDirectoryObjectId(ObjectId.require(guestId))
            .toGetRequestInformation(
                get -> get.queryParameters.select = new String[] {"id", "deletedDateTime"});
    return calls.ifThere(
        DELETED,
        request,
        item -> new DeletedGuest(item.id(), item.existingInstant("deletedDateTime")));
  }

  /** No $expand and no ConsistencyLevel: neither goes with signInActivity in a dependable way. */
  private RequestInformation firstPage(int pageSize) {
    return graph
        .requests()
        .users()
        .toGetRequestInformation(get -> {
          get.queryParameters.filter = "userType eq 'Guest'";
          get.queryParameters.select = GuestReading.SELECT;
          get.queryParameters.top = pageSize;
        });
  }

  private RequestInformation page(String nextLink) {
    var own = graph.requireOwn(GUESTS, nextLink);
    return graph.requests().users().withUrl(own).toGetRequestInformation();
  }

  private static Kind kind(Properties sponsor) {
    return switch (sponsor.text("@odata.type")) {
      case "#microsoft.graph.user" -> Kind.USER;
      case "#microsoft.graph.group" -> Kind.GROUP;
      case null, default -> Kind.OTHER;
    };
  }

  private static GraphCall read(String asked) {
    return new GraphCall(asked, Bucket.READ);
  }

  private record Member(String type, String id) {

    static List<String> ids(List<Member> members, String type) {
      return members.stream().filter(member -> member.type().equals(type)).map(Member::id).toList();
    }
  }
}
