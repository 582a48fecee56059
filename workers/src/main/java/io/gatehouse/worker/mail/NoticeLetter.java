package io.gatehouse.worker.mail;

import io.gatehouse.guest.AskedBecause;
import io.gatehouse.guest.GuestNotice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.PlainName;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Trigger;
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
import java.util.Optional;
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
    LifecycleRow lifecycle = lifecycle(notice.ref());
    ZoneId zone = house.policy().policy().zone();
    Map<String, Object> values =
        Map.of(
            "guest", PlainName.of(guest.displayName(), "guest"),
            "why", AskedBecause.toGuest(Trigger.valueOf(lifecycle.trigger())),
            "contact", contact(lifecycle.openingId()),
            "disableOn", Letters.day(house.now().plus(plan(lifecycle).notice()), zone),
            "deleteOn", Letters.day(deleteOn(lifecycle), zone));
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

  /**
   * Plans the day of disabling. Inside the caller's transaction.
   *
   * @param told when the guest was told, or could not be
   */
  void noteOutcome(GuestNotice notice, Instant told) {
    if (notice.kind() == GuestNotice.Kind.BEFORE_DISABLE) {
      UUID openingId = UUID.fromString(notice.ref().openingId());
      Instant disable = told.plus(plan(lifecycle(notice.ref())).notice());
      house.store().lifecycles().disablePlanned(openingId, disable);
      stage(notice.ref(), "the day of disabling", disable);
    }
  }

  /** The mode does not go as far as a disable, so there is no day that a guest could be told. */
  void noteWouldDisable(LifecycleRef ref, Instant now) {
    stage(ref, "the day on which enforce would disable", now.plus(plan(lifecycle(ref)).notice()));
  }

  private void stage(LifecycleRef ref, String waitingFor, Instant until) {
    house
        .store()
        .lifecycles()
        .stage(UUID.fromString(ref.openingId()), Stage.NOTICE.name(), waitingFor, until);
  }

  private LifecycleRow lifecycle(LifecycleRef ref) {
    return house.store().lifecycles().find(UUID.fromString(ref.openingId())).orElseThrow();
  }

  private static Plan plan(LifecycleRow lifecycle) {
    return Wire.read(lifecycle.plan(), Plan.class);
  }

  /** The day that the proof set, else (the stage moved on) one counted from now. */
  private Instant deleteOn(LifecycleRow lifecycle) {
    Instant next = lifecycle.nextAt();
    return lifecycle.stage().equals(Stage.DISABLED.name()) && next != null
        ? next
        : house.now().plus(plan(lifecycle).grace());
  }

  /** Whoever was asked last knows the guest best; the address is the guest's way to ask back. */
  private String contact(UUID openingId) {
    return house.store().questions().of(openingId).reversed().stream()
        .map(QuestionRow::sponsorId)
        .findFirst()
        .or(() -> Optional.of(house.policy().policy().steward()))
        .flatMap(house.store().people()::find)
        .map(NoticeLetter::address)
        .orElse("the person who invited you");
  }

  private static String address(PersonRow person) {
    return "%s <%s>"
        .formatted(
            PlainName.of(person.displayName(), "your contact"),
            PlainName.address(person.mail(), "no address"));
  }

  private String messageId(GuestNotice notice) {
    return "<%s.%s@%s>".formatted(notice.ref().openingId(), notice.kind(), mailDomain);
  }
}
