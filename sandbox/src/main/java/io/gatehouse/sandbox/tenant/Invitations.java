package io.gatehouse.sandbox.tenant;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The audit entries of invitations and redemptions in the last days before the start, which is all
 * that a tenant can still tell about inviters.
 */
record Invitations(
    ObjectIds ids, Instant start, NamedAccounts accounts, GeneratedGuests generated) {
  /** The service behind cross-tenant synchronization. */
  static final Initiator.Service SYNCHRONIZATION =
      new Initiator.Service("00000014-0000-0000-c000-000000000000", "Microsoft.Azure.SyncFabric");

  private static final String ADDRESS_OF_ORIGIN = "192.0.2.17"; // reserved for examples, RFC 5737

  Stream<AuditEntry> before() {
    return Stream.concat(
        Stream.of(NamedGuest.values()).flatMap(this::named),
        IntStream.range(0, generated.count())
            .filter(number -> recent(generated.created(number)))
            .boxed()
            .flatMap(this::made));
  }

  private boolean recent(Instant at) {
    return at.plus(AuditLog.KEPT_FOR).isAfter(start);
  }

  private Stream<AuditEntry> named(NamedGuest guest) {
    var user = accounts.guest(guest);
    return recent(user.created())
        ? inviter(guest).stream().flatMap(by -> entries(user, by))
        : Stream.empty();
  }

  private Optional<Initiator> inviter(NamedGuest guest) {
    return switch (guest) {
      case SYNC_INVITED -> Optional.of(SYNCHRONIZATION);
      case INVITER_KNOWN -> Optional.of(person(Employee.HENRY));
      default -> guest.sponsors().stream().findFirst().map(this::person);
    };
  }

  private Initiator person(Employee employee) {
    return new Initiator.Person(ids.of(employee), employee.mail());
  }

  private Stream<AuditEntry> made(int number) {
    return entries(generated.guest(number, start), generated.belongings().inviter(number));
  }

  private Stream<AuditEntry> entries(User user, Initiator by) {
    var invited = entry(AuditEntry.INVITE, user.created(), user, by);
    Instant redeemed = user.stateChanged();
    return Origin.ACCEPTED.equals(user.externalUserState())
            && redeemed != null
            && !redeemed.isAfter(start)
            && !by.equals(SYNCHRONIZATION) // redeems for the guest, and logs nothing
        ? Stream.of(invited, entry(AuditEntry.REDEEM, redeemed, user, himself(user)))
        : Stream.of(invited);
  }

  private AuditEntry entry(String activity, Instant at, User user, Initiator by) {
    return new AuditEntry(
        at, activity, user.id(), by, ids.of(activity + "/" + user.id()), details(user, by));
  }

  static Initiator himself(User user) {
    return new Initiator.Person(user.id(), user.userPrincipalName());
  }

  /** The keys that Microsoft's portal shows for an invitation. */
  private Map<String, String> details(User user, Initiator by) {
    var details = new LinkedHashMap<String, String>();
    details.put("InvitationId", ids.of("invitation/" + user.id()));
    details.put("invitedUserEmailAddress", requireNonNullElse(user.mail(), ""));
    if (by instanceof Initiator.Person person) {
      details.put("oid", requireNonNullElse(person.id(), ""));
      details.put("ipaddr", ADDRESS_OF_ORIGIN);
      details.put("wids", Roles.BuiltIn.GUEST_INVITER.templateId());
    }
    details.put("tid", ids.of("tenant"));
    return details;
  }
}
