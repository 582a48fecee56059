package io.gatehouse.sandbox.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of one directory. The same seed and the same start time give the same tenant.
 *
 * <p>One lock guards everything: a sandbox has a handful of callers and no need for more.
 */
public final class Tenant {
  private final ObjectIds ids;
  private final Clock clock;
  private final Instant start;
  private final Colleagues colleagues;
  private final GeneratedGuests generated;
  private final Accounts accounts;
  private final Relations relations;
  private final Roles roles;
  private final AuditLog auditLog;
  private final Changes changes;

  /** With the named guests and employees only. */
  public Tenant(long seed, Clock clock) {
    this(seed, clock, TenantSize.NAMED_ONLY);
  }

  public Tenant(long seed, Clock clock, TenantSize size) {
    this.ids = new ObjectIds(seed);
    this.clock = clock;
    this.start = clock.instant();
    this.colleagues = new Colleagues(ids, size.generatedColleagues());
    this.generated = new GeneratedGuests(ids, start, size.generatedGuests(), colleagues);
    this.accounts = new Accounts(generated);
    this.relations = new Relations(generated);
    this.roles = new Roles(ids);
    var named = new NamedAccounts(ids, start);
    this.auditLog = new AuditLog(new Invitations(ids, start, named, generated).before());
    this.changes = new Changes(ids, clock, accounts, relations, roles, auditLog);
    Stream.of(Employee.values()).forEach(e -> accounts.put(named.employee(e), start));
    colleagues.generated().forEach(c -> accounts.put(named.colleague(c, idOf(c)), start));
    Stream.of(NamedGuest.values()).forEach(g -> accounts.put(named.guest(g), start));
    colleagues.found(relations);
    new NamedBelongings(ids, new SharedGroups(ids), relations, roles).found();
  }

  /** The tenant id. */
  public String id() {
    return ids.of("tenant");
  }

  public Organization organization() {
    return new Organization(id(), "Contoso", null);
  }

  /** The instant this tenant began; the story's days count from here. */
  public Instant start() {
    return start;
  }

  public String idOf(NamedGuest guest) {
    return ids.of(guest);
  }

  public String idOf(Employee employee) {
    return ids.of(employee);
  }

  public String idOf(Colleague colleague) {
    return colleagues.idOf(colleague);
  }

  /** Whether this is the address of a guest, by invention: also of one who is deleted. */
  public boolean isGuestAddress(String mail) {
    return NamedGuest.listed().stream().anyMatch(guest -> guest.mail().equalsIgnoreCase(mail))
        || generated.indexOfName(NamedAccounts.externalName(mail)).isPresent();
  }

  /** The generated employees; the named ones are {@link Employee}. */
  public List<Colleague> colleagues() {
    return colleagues.generated();
  }

  /**
   * A named guest as it is now.
   *
   * @throws IllegalStateException when it is deleted
   */
  public User guest(NamedGuest guest) {
    return user(idOf(guest))
        .orElseThrow(() -> new IllegalStateException("Guest %s is deleted.".formatted(guest)));
  }

  /** A person of the tenant as it is now. */
  public User employee(Employee employee) {
    return user(idOf(employee))
        .orElseThrow(() -> new IllegalStateException("%s is deleted.".formatted(employee)));
  }

  /** Adds ordinary guests who signed in yesterday, for page limits and volume. */
  public synchronized void addCrowd(int count) {
    Instant yesterday = start.truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS);
    for (int i = 0; i < count; i++) {
      var visitor = NamedAccounts.visitor(ids.of("crowd/" + i), i, yesterday);
      accounts.put(visitor, clock.instant());
      relations.sponsored(visitor.id(), List.of(idOf(Employee.ANNA)));
    }
  }

  /** From now on lists show every user as it was that long ago; reads by id stay fresh. */
  public synchronized void listLag(Duration lag) {
    accounts.listLag(lag);
  }

  /** Live users in id order beginning after an id, as a list shows them; made one by one. */
  public Stream<User> usersAfter(String afterId) {
    return Stream.iterate(
            firstListedAfter(afterId),
            Optional::isPresent,
            shown -> shown.flatMap(user -> firstListedAfter(user.id())))
        .map(Optional::orElseThrow);
  }

  private synchronized Optional<User> firstListedAfter(String id) {
    return accounts.firstListedAfter(id, clock.instant());
  }

  /** All live users as they are, by object id; for small tenants. */
  public synchronized List<User> users() {
    Instant now = clock.instant();
    return Stream.iterate(
            accounts.firstAfter("", now),
            Optional::isPresent,
            last -> last.flatMap(user -> accounts.firstAfter(user.id(), now)))
        .map(Optional::orElseThrow)
        .toList();
  }

  /** All live guests as they are, by object id; for small tenants. */
  public List<User> guests() {
    return users().stream().filter(User::guest).toList();
  }

  /** How many live users have the type Guest. */
  public synchronized long countGuests() {
    return accounts.countGuests();
  }

  /** A live user by object id or user principal name. */
  public synchronized Optional<User> user(String idOrName) {
    return accounts
        .user(idOrName, clock.instant())
        .or(() -> accounts.userByName(idOrName, clock.instant()));
  }

  /** Everything in the recycle bin that is not yet purged. */
  public synchronized List<DeletedUser> bin() {
    changes.purge();
    return accounts.bin();
  }

  /** One user in the recycle bin, by object id. */
  public synchronized Optional<DeletedUser> inBin(String id) {
    changes.purge();
    return accounts.inBin(id);
  }

  /** The users and groups that vouch for a user; who is deleted does not any more. */
  public synchronized List<SponsorLink> sponsorLinksOf(String id) {
    return relations.sponsors(id).stream().flatMap(sponsor -> link(sponsor).stream()).toList();
  }

  private Optional<SponsorLink> link(String sponsorId) {
    return user(sponsorId)
        .<SponsorLink>map(SponsorLink.Person::new)
        .or(() -> group(sponsorId).map(SponsorLink.Team::new));
  }

  public synchronized Optional<User> managerOf(String id) {
    return relations.manager(id).flatMap(this::user);
  }

  public synchronized List<Membership> membershipsOf(String id) {
    return relations.memberships(id);
  }

  /** A group with its live members, who are looked up at this call. */
  public synchronized Optional<Group> group(String id) {
    return relations
        .group(id)
        .map(group ->
            new Group(
                group.id(),
                group.displayName(),
                group.mail(),
                group.roleAssignable(),
                relations.members(group).filter(accounts::exists).toList(),
                ownersOf(id)));
  }

  /** An application by object id. */
  public synchronized Optional<OwnedObject> application(String id) {
    return relations.application(id);
  }

  /** The groups and applications a user owns. */
  public synchronized List<OwnedObject> ownedBy(String id) {
    return relations.owned(id).toList();
  }

  /** The object ids of the live owners of a group or an application. */
  public synchronized List<String> ownersOf(String objectId) {
    return relations.owners(objectId).stream().filter(accounts::exists).sorted().toList();
  }

  public synchronized List<RoleAssignment> roleAssignments() {
    return roles.assignments();
  }

  /** Who may activate which role (PIM). */
  public synchronized List<RoleAssignment> eligibilities() {
    return roles.eligibilities();
  }

  public synchronized boolean holdsRole(String id) {
    return roles.holdsAny(id);
  }

  /** Every change since the start, oldest first. */
  public synchronized List<AuditEntry> auditLog() {
    changes.purge();
    return auditLog.sinceTheStart();
  }

  /** What Graph shows: the last 30 days, also those before the start; oldest first. */
  public synchronized List<AuditEntry> directoryAudits() {
    changes.purge();
    return auditLog.kept(clock.instant());
  }

  /** Disables or enables; false when there is no such user. No change, no audit entry. */
  public synchronized boolean setAccountEnabled(
      String id, boolean enabled, Initiator initiator, String requestId) {
    return changes.setAccountEnabled(id, enabled, initiator, requestId);
  }

  /** Moves a user to the bin, without its roles; false when there is no such user. */
  public synchronized boolean delete(String id, Initiator initiator, String requestId) {
    return changes.delete(id, initiator, requestId);
  }

  /** Brings a user back as it was but for its roles; false when it is not in the bin. */
  public synchronized boolean restore(String id, Initiator initiator, String requestId) {
    return changes.restore(id, initiator, requestId);
  }

  /** Takes a user out of its mail-enabled groups, as happens to some who are restored. */
  public synchronized void leaveMailGroups(String id) {
    relations.leave(id, m -> m instanceof Membership.Group group && group.mail() != null);
  }

  /** A sign-in of one kind; nothing happens when the user is deleted. */
  public synchronized void signIn(String id, SignInKind kind, Instant at) {
    changes.signIn(id, kind, at);
  }

  /** An administrator turns a guest into a member; false when there is no such user. */
  public synchronized boolean becomeMember(String id) {
    return changes.becomeMember(id);
  }

  /** An administrator gives a directory role; false when there is no such user. */
  public synchronized boolean gainRole(String id) {
    return changes.gainRole(id);
  }

  /** An administrator puts a user under restricted management; false when there is none. */
  public synchronized boolean restrict(String id) {
    return changes.restrict(id);
  }

  /** A guest accepts its invitation; false when there is no such user. */
  public synchronized boolean redeem(String id, Instant at) {
    return changes.redeem(id, at);
  }

  /** How many generated guests were made up so far: what calls really cost. */
  synchronized long made() {
    return generated.made();
  }
}
