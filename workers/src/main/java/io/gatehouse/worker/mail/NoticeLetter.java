package io.gatehouse.worker.mail;

import io.gatehouse.guest.GuestNotice;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Stage;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.mail.MailRow;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.House;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a guest is told before and when the account is disabled. */
final class NoticeLetter {
  private final House house;
  private final Letters letters;
  private final String mailDomain;

  NoticeLetter(House house, Letters letters, String mailDomain) {
    this.house = house;
    this.letters = letters;
    this.mailDomain = mailDomain;
  }

  MailRow row(GuestNotice notice) {
    return MailRow.intended(
        messageId(notice),
        UUID.fromString(notice.ref().openingId()),
        null,
        "GUEST_" + notice.kind().name(),
        notice.ref().guestId(),
        house.now());
  }

  @Nullable Letter write(GuestNotice notice) {
    Store store = house.store();
    GuestRow guest = store.guests().find(notice.ref().guestId()).orElseThrow();
    if (guest.mail() == null) {
      return null;
    }
    LifecycleRow lifecycle =
        store.lifecycles().find(UUID.fromString(notice.ref().openingId())).orElseThrow();
    Plan plan = Wire.read(lifecycle.plan(), Plan.class);
    ZoneId zone = house.policy().policy().zone();
    Map<String, Object> values =
        Map.of(
            "guest", PlainName.of(guest.displayName(), "guest"),
            "contact", contact(lifecycle.openingId()),
            "disableOn", Letters.day(house.now().plus(plan.notice()), zone),
            "deleteOn", Letters.day(house.now().plus(plan.grace()), zone));
    Letters.Rendered rendered =
        letters.render(
            switch (notice.kind()) {
              case BEFORE_DISABLE -> "guest-before-disable";
              case DISABLED -> "guest-disabled";
            },
            values);
    return new Letter(
        messageId(notice),
        null,
        guest.mail(),
        rendered.subject(),
        rendered.text(),
        rendered.html());
  }

  void noteOutcome(GuestNotice notice, Instant now) {
    if (notice.kind() != GuestNotice.Kind.BEFORE_DISABLE) {
      return;
    }
    UUID openingId = UUID.fromString(notice.ref().openingId());
    Store store = house.store();
    LifecycleRow lifecycle = store.lifecycles().find(openingId).orElseThrow();
    Instant disable = now.plus(Wire.read(lifecycle.plan(), Plan.class).notice());
    store.lifecycles().disablePlanned(openingId, disable);
    store.lifecycles().stage(openingId, Stage.NOTICE.name(), "the day of disabling", disable);
  }

  /** Whoever was asked last knows the guest best; the address is the guest's way to ask back. */
  private String contact(UUID openingId) {
    return house.store().questions().of(openingId).reversed().stream()
        .map(QuestionRow::sponsorId)
        .findFirst()
        .or(() -> java.util.Optional.of(house.policy().policy().steward()))
        .flatMap(house.store().people()::find)
        .map(NoticeLetter::address)
        .orElse("the person who invited you");
  }

  private static String address(PersonRow person) {
    return "%s <%s>"
        .formatted(
            PlainName.of(person.displayName(), "your contact"),
            PlainName.of(person.mail(), "no address"));
  }

  private String messageId(GuestNotice notice) {
    return "<%s.%s@%s>".formatted(notice.ref().openingId(), notice.kind(), mailDomain);
  }
}
