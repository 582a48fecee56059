package io.gatehouse.graph.read;

import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.GraphException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The directory's reading side. Needs User.Read.All, AuditLog.Read.All (signInActivity and audit
 * log), GroupMember.Read.All and RoleManagement.Read.Directory. Every method throws {@link
 * GraphException} for what Graph does not answer properly, and IllegalArgumentException for an id
 * that is none.
 */
public final class DirectoryReader {

  /** A page with signInActivity holds at most this many guests (Learn: user-list). */
  public static final int LARGEST_PAGE = 500;

  private final GuestCalls guests;
  private final SponsorCalls sponsors;
  private final PeopleCalls people;
  private final BelongingCalls belongings;
  private final GroupCalls groups;
  private final InvitationCalls invitations;

  public DirectoryReader(GraphConnection graph) {
    var calls = new ObjectCalls(graph);
    this.guests = new GuestCalls(graph, calls);
    this.sponsors = new SponsorCalls(graph, calls);
    this.people = new PeopleCalls(graph, calls);
    this.belongings = new BelongingCalls(graph, calls);
    this.groups = new GroupCalls(graph, calls);
    this.invitations = new InvitationCalls(graph);
  }

  /**
   * One page of the guest list. The list lags behind changes: look at a guest again before acting.
   *
   * @param nextLink from the page before, or null for the first
   * @param pageSize 1 to {@link #LARGEST_PAGE}; a nextLink carries its own
   */
  public GuestPage guests(@Nullable String nextLink, int pageSize) {
    return guests.list(nextLink, pageSize);
  }

  /** A fresh look at one guest. By object id only: by UPN Graph refuses signInActivity. */
  public DirectoryGuest guest(String id) {
    return guests.one(id);
  }

  /**
   * The guest in the recycle bin; empty when it is not there: alive, or gone for good after 30
   * days.
   */
  public Optional<DeletedGuest> deleted(String guestId) {
    return guests.deleted(guestId);
  }

  /**
   * One page of all guests with their sponsors. A query of its own beside {@link #guests}: $expand
   * together with signInActivity is undocumented, and this one costs nothing of the ten
   * signInActivity reads a minute. The list lags like the other.
   *
   * @param nextLink from the page before, or null for the first
   * @param pageSize 1 to 999; a nextLink carries its own
   */
  public SponsorPage sponsors(@Nullable String nextLink, int pageSize) {
    return sponsors.list(nextLink, pageSize);
  }

  /**
   * Empty for a guest without sponsors. Without group permissions a group still shows its id and
   * type.
   */
  public List<SponsorRef> sponsors(String guestId) {
    return sponsors.of(guestId);
  }

  public Person person(String id) {
    return people.person(id);
  }

  /**
   * Whether an account is there and enabled, without spending a signInActivity read; empty when
   * Graph knows no such account, or has it in the recycle bin.
   */
  public Optional<Account> account(String id) {
    return people.account(id);
  }

  /** Empty when Graph answers 404, as it does for a guest without a manager. */
  public Optional<String> managerId(String guestId) {
    return people.managerId(guestId);
  }

  public Memberships memberships(String guestId) {
    return belongings.memberships(guestId);
  }

  /** Groups, applications and service principals that the guest owns, alone or with others. */
  public List<OwnedRef> ownedObjects(String guestId) {
    return belongings.owned(guestId);
  }

  /**
   * Role definition ids of the guest's own active role assignments. Any entry is a reason not to
   * act.
   */
  public List<String> roleAssignments(String guestId) {
    return belongings.roleAssignments(guestId);
  }

  /**
   * Role definition ids that the guest may activate (privileged identity management). Without a P2
   * licence Graph answers 400 or 403: what comes then is LicenceMissing, Refused or Forbidden, and
   * no empty list.
   */
  public List<String> eligibleRoles(String guestId) {
    return belongings.eligibleRoles(guestId);
  }

  /** Object ids of the users who own a group, in id order. */
  public List<String> groupOwners(String groupId) {
    return groups.ownerIds(groupId);
  }

  /**
   * The users of a group who could answer for it: owners first, then direct members, each once and
   * in id order within both. Costs about one request per thousand members, and none for them when
   * the owners are enough.
   *
   * @param fits who is looked for
   * @param atMost at least 1
   */
  public List<Person> groupPeople(String groupId, Predicate<Person> fits, int atMost) {
    return groups.people(groupId, fits, atMost);
  }

  /**
   * One page of who invited whom. The audit log goes back 30 days (7 without a premium licence) and
   * allows five requests in ten seconds.
   *
   * @param from of entries, for the first page; a nextLink carries its own
   * @param nextLink from the page before, or null for the first
   */
  public InvitationPage invitations(Instant from, @Nullable String nextLink) {
    return invitations.list(from, nextLink);
  }
}
