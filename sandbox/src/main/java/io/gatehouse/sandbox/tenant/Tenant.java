package io.gatehouse.sandbox.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The state of one directory. The same seed and the same start time give the same tenant.
 *
 * <p>One lock guards everything: a sandbox has a handful of callers and no need for more.
 */
public final class Tenant {
  /** User Administrator. Source: Learn, permissions-reference (role template ids are global). */
  private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";

  private final ObjectIds ids;
  private final Clock clock;
  private final Instant start;
  private final Map<String, User> users = new TreeMap<>();
  private final Map<String, DeletedUser> bin = new TreeMap<>();
  private final Map<String, List<String>> sponsors = new HashMap<>();
  private final Map<String, String> managers = new HashMap<>();
  private final Map<String, List<Membership>> memberships = new HashMap<>();
  private final List<RoleAssignment> roleAssignments = new ArrayList<>();
  private final List<AuditEntry> auditLog = new ArrayList<>();

  public Tenant(long seed, Clock clock) {
    this.ids = new ObjectIds(seed);
    this.clock = clock;
    this.start = clock.instant();
    for (var employee : Employee.values()) {
      put(employed(employee));
    }
    var partners = new Membership.Group(ids.of("group/partners"), "Partner Portal Users", null);
    for (var guest : NamedGuest.values()) {
      settle(guest, partners);
    }
  }

  private void settle(NamedGuest guest, Membership.Group partners) {
    String id = idOf(guest);
    put(guest.at(start, id));
    guest.sponsor().ifPresent(s -> sponsors.put(id, List.of(idOf(s))));
    guest.manager().ifPresent(m -> managers.put(id, idOf(m)));
    if (guest == NamedGuest.ROLE_HOLDER) {
      var role =
          new Membership.DirectoryRole(
              ids.of("role/users"), "User Administrator", USER_ADMINISTRATOR);
      memberships.put(id, List.of(partners, role));
      roleAssignments.add(new RoleAssignment(ids.of("assignment/users"), id, USER_ADMINISTRATOR));
    } else {
      memberships.put(id, List.of(partners));
    }
  }

  private User employed(Employee employee) {
    return new User(
        idOf(employee),
        employee.mail(),
        employee.displayName(),
        employee.givenName(),
        employee.surname(),
        employee.mail(),
        false,
        employee.stillEmployed(),
        start.truncatedTo(ChronoUnit.SECONDS).minus(2000, ChronoUnit.DAYS),
        null,
        false,
        LastSeen.daysAgo(employee.stillEmployed() ? 1 : 200).activity(start));
  }

  private void put(User user) {
    users.put(user.id(), user);
  }

  /** The tenant id. */
  public String id() {
    return ids.of("tenant");
  }

  /** The instant this tenant began; the story's days count from here. */
  public Instant start() {
    return start;
  }

  public String idOf(NamedGuest guest) {
    return ids.of("guest/" + guest);
  }

  public String idOf(Employee employee) {
    return ids.of("employee/" + employee);
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
      String mail = "visitor%05d@crowd.example.com".formatted(i);
      String id = ids.of("crowd/" + i);
      put(
          new User(
              id,
              mail.replace('@', '_') + "#EXT#@" + Employee.HOST,
              "Visitor " + i,
              "Visitor",
              Integer.toString(i),
              mail,
              true,
              true,
              yesterday.minus(300 + i % 700, ChronoUnit.DAYS),
              "Crowd",
              false,
              SignInActivity.all(yesterday.toString())));
      sponsors.put(id, List.of(idOf(Employee.ANNA)));
    }
  }

  /** All live users, by object id. */
  public synchronized List<User> users() {
    return List.copyOf(users.values());
  }

  /** All live guests, by object id. */
  public synchronized List<User> guests() {
    return users.values().stream().filter(User::guest).toList();
  }

  /** A live user by object id or user principal name. */
  public synchronized Optional<User> user(String idOrName) {
    var byId = Optional.ofNullable(users.get(idOrName));
    return byId.isPresent()
        ? byId
        : users.values().stream()
            .filter(u -> u.userPrincipalName().equalsIgnoreCase(idOrName))
            .findFirst();
  }

  /** Everything in the recycle bin that is not yet purged. */
  public synchronized List<DeletedUser> bin() {
    purge();
    return List.copyOf(bin.values());
  }

  /** One user in the recycle bin, by object id. */
  public synchronized Optional<DeletedUser> inBin(String id) {
    purge();
    return Optional.ofNullable(bin.get(id));
  }

  public synchronized List<User> sponsorsOf(String id) {
    return sponsors.getOrDefault(id, List.of()).stream()
        .flatMap(sponsor -> user(sponsor).stream())
        .toList();
  }

  public synchronized Optional<User> managerOf(String id) {
    return Optional.ofNullable(managers.get(id)).flatMap(this::user);
  }

  public synchronized List<Membership> membershipsOf(String id) {
    return memberships.getOrDefault(id, List.of());
  }

  public synchronized List<RoleAssignment> roleAssignments() {
    return List.copyOf(roleAssignments);
  }

  public synchronized boolean holdsRole(String id) {
    return roleAssignments.stream().anyMatch(a -> a.principalId().equals(id));
  }

  /** Every change so far, oldest first. */
  public synchronized List<AuditEntry> auditLog() {
    purge();
    return List.copyOf(auditLog);
  }

  /** Disables or enables; false when there is no such user. No change, no audit entry. */
  public synchronized boolean setAccountEnabled(
      String id, boolean enabled, Initiator initiator, String requestId) {
    var user = users.get(id);
    if (user == null) {
      return false;
    }
    if (user.accountEnabled() != enabled) {
      put(user.enabled(enabled));
      record(enabled ? AuditEntry.ENABLE : AuditEntry.DISABLE, id, initiator, requestId);
    }
    return true;
  }

  /** Moves a user to the bin; false when there is no such user. */
  public synchronized boolean delete(String id, Initiator initiator, String requestId) {
    var user = users.remove(id);
    if (user == null) {
      return false;
    }
    bin.put(id, new DeletedUser(user, clock.instant()));
    record(AuditEntry.DELETE, id, initiator, requestId);
    return true;
  }

  /** Brings a user back as it was; false when it is not in the bin. */
  public synchronized boolean restore(String id, Initiator initiator, String requestId) {
    purge();
    var deleted = bin.remove(id);
    if (deleted == null) {
      return false;
    }
    put(deleted.user());
    record(AuditEntry.RESTORE, id, initiator, requestId);
    return true;
  }

  /** A sign-in of one kind; nothing happens when the user is deleted. */
  public synchronized void signIn(String id, SignInKind kind, Instant at) {
    users.computeIfPresent(
        id,
        (_, user) -> {
          var earlier = user.signIns() == null ? SignInActivity.all(null) : user.signIns();
          return user.signedIn(earlier.and(kind, at, !user.accountEnabled()));
        });
  }

  private void purge() {
    Instant now = clock.instant();
    var due = bin.values().stream().filter(d -> !d.purgedAt().isAfter(now)).toList();
    for (var deleted : due) {
      String id = deleted.user().id();
      requireNonNull(bin.remove(id));
      auditLog.add(
          new AuditEntry(
              deleted.purgedAt(),
              AuditEntry.PURGE,
              id,
              new Initiator.Directory(),
              ids.of("purge/" + id + "/" + deleted.at())));
    }
  }

  private void record(String activity, String id, Initiator initiator, String requestId) {
    auditLog.add(new AuditEntry(clock.instant(), activity, id, initiator, requestId));
  }
}
