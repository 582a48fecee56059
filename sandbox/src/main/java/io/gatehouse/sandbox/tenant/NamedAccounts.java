package io.gatehouse.sandbox.tenant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user objects of the named people and guests, as they are on the first day. */
record NamedAccounts(ObjectIds ids, Instant start) {

  User employee(Employee employee) {
    return new User(
        ids.of(employee),
        new PersonName(
            employee.mail(),
            employee.displayName(),
            employee.givenName(),
            employee.surname(),
            employee.hasMailbox() ? employee.mail() : null,
            List.of(),
            null),
        User.MEMBER,
        employee.stillEmployed(),
        daysAgo(2000),
        Origin.internal(),
        false,
        false,
        LastSeen.daysAgo(employee.stillEmployed() ? 1 : 200).activity(start));
  }

  User colleague(Colleague colleague, String id) {
    return new User(
        id,
        new PersonName(
            colleague.mail(),
            colleague.displayName(),
            colleague.givenName(),
            colleague.surname(),
            colleague.mail(),
            List.of(),
            null),
        User.MEMBER,
        true,
        daysAgo(1500),
        Origin.internal(),
        false,
        false,
        LastSeen.daysAgo(1).activity(start));
  }

  /** One of a crowd. */
  static User visitor(String id, int number, Instant lastSeen) {
    String mail = "visitor%05d@crowd.example.com".formatted(number);
    Instant created = lastSeen.minus(300 + number % 700, ChronoUnit.DAYS);
    return new User(
        id,
        new PersonName(
            externalName(mail),
            "Visitor " + number,
            "Visitor",
            Integer.toString(number),
            mail,
            List.of(),
            "Crowd"),
        User.GUEST,
        true,
        created,
        Origin.redeemed(created.plus(1, ChronoUnit.DAYS)),
        false,
        false,
        SignInActivity.all(lastSeen.toString()));
  }

  User guest(NamedGuest guest) {
    return new User(
        ids.of(guest),
        name(guest),
        guest == NamedGuest.EXTERNAL_MEMBER ? User.MEMBER : User.GUEST,
        guest != NamedGuest.ALREADY_DISABLED,
        created(guest),
        origin(guest),
        guest == NamedGuest.ON_PREMISES,
        guest == NamedGuest.RESTRICTED_UNIT,
        guest.lastSeen().activity(start));
  }

  private static PersonName name(NamedGuest guest) {
    return new PersonName(
        guest == NamedGuest.INTERNAL_GUEST
            ? guest.mail().replaceFirst("@.*", "@" + Employee.HOST)
            : externalName(guest.mail()),
        guest.displayName(),
        guest.givenName(),
        guest.surname(),
        mail(guest),
        guest == NamedGuest.OTHER_MAIL ? List.of(guest.mail()) : List.of(),
        guest.companyName());
  }

  private static @Nullable String mail(NamedGuest guest) {
    return switch (guest) {
      case NO_ADDRESS, OTHER_MAIL -> null;
      default -> guest.mail();
    };
  }

  /** The form of guests' user principal names: {@code ann_fabrikam.example.com#EXT#@host}. */
  static String externalName(String mail) {
    return mail.replace('@', '_') + "#EXT#@" + Employee.HOST;
  }

  /** NULL_DATES is older than April 2020: a missing date proves nothing there. */
  Instant created(NamedGuest guest) {
    return guest == NamedGuest.NULL_DATES
        ? Instant.parse("2019-03-11T09:30:00Z")
        : daysAgo(guest.createdDaysAgo());
  }

  private Origin origin(NamedGuest guest) {
    Instant created = created(guest);
    return switch (guest) {
      case INTERNAL_GUEST -> Origin.internal();
      case PENDING_INVITATION, REDEEMS_LATE, INVITER_KNOWN -> Origin.invited(created);
      default -> Origin.redeemed(created.plus(1, ChronoUnit.DAYS));
    };
  }

  private Instant daysAgo(int days) {
    return start.truncatedTo(ChronoUnit.SECONDS).minus(days, ChronoUnit.DAYS);
  }
}
