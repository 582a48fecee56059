package io.gatehouse.starter.page;

import io.gatehouse.evidence.Event;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.safety.RollingCaps;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One of everything that an operator's page shows. */
final class OperatorScene {
  /** The guest of the example policy's exclusion. */
  static final String EXCLUDED = "5f0c2a44-9b7e-4f0e-8b1d-0c6f3a9d2e71";

  final LifecycleRow parked;
  final LifecycleRow held;
  final AnswerRow undelivered;

  OperatorScene(TestHouse house, GuestRow holding, GuestRow stopped) {
    Instant now = house.clock.instant();
    parked = stopped(house, stopped);
    held = house.lifecycle(holding, Role.SPONSOR);
    house
        .store
        .lifecycles()
        .hold(held.openingId(), now.plus(Duration.ofDays(20)), now.plus(Duration.ofDays(40)));
    slots(house, now);
    planned(house, now);
    undelivered = undelivered(house, now);
    leftDisabled(house);
    excluded(house, stopped);
  }

  private static LifecycleRow stopped(TestHouse house, GuestRow guest) {
    LifecycleRow row = house.lifecycle(guest, Role.SPONSOR);
    house
        .store
        .lifecycles()
        .needsOperator(row.openingId(), "everybody in the chain was asked and nobody decided");
    house
        .store
        .ledger()
        .append(
            new Event(
                "lifecycle.parked",
                row.openingId() + "/parked/1",
                house.clock.instant().minus(Duration.ofDays(2)),
                house.store.ledger().subjectOf(guest.guestId()),
                Map.of("reason", "nobody decided"),
                Map.of()),
            row.openingId());
    return row;
  }

  private static void slots(TestHouse house, Instant now) {
    var caps = new RollingCaps(2, 100);
    for (int i = 0; i < 5; i++) {
      GuestRow guest = house.guest("Slot Holder " + i, "STALE", "IN_PROGRESS", 200);
      LifecycleRow row = house.lifecycle(guest, Role.SPONSOR);
      house
          .store
          .reservations()
          .reserve(
              row.openingId(),
              i == 4 ? "SOFT_DELETE" : "DISABLE",
              1,
              now.plusSeconds(60),
              caps,
              now);
    }
  }

  private static void planned(TestHouse house, Instant now) {
    for (int i = 0; i < 3; i++) {
      LifecycleRow told =
          house.lifecycle(
              house.guest("Told Guest " + i, "STALE", "IN_PROGRESS", 210), Role.SPONSOR);
      Instant day = now.plus(Duration.ofDays(2));
      house.store.lifecycles().stage(told.openingId(), Stage.NOTICE.name(), "the day", day);
      house.store.lifecycles().disablePlanned(told.openingId(), day);
    }
    LifecycleRow disabled =
        house.lifecycle(house.guest("Grace Guest", "STALE", "IN_PROGRESS", 220), Role.SPONSOR);
    house
        .store
        .lifecycles()
        .stage(
            disabled.openingId(),
            Stage.DISABLED.name(),
            "the end of the grace",
            now.plus(Duration.ofDays(5)));
  }

  private static AnswerRow undelivered(TestHouse house, Instant now) {
    LifecycleRow row =
        house.lifecycle(house.guest("Una <Heard>", "STALE", "IN_PROGRESS", 230), Role.SPONSOR);
    AnswerRow answer = broken(row, now.minus(Duration.ofHours(30)));
    house.store.answers().record(answer);
    return answer;
  }

  /** A hold without a day, which no form and no command makes: its delivery fails for good. */
  static AnswerRow broken(LifecycleRow row, Instant at) {
    return AnswerRow.recorded(
        UUID.randomUUID(),
        row.openingId(),
        row.guestId(),
        null,
        "olivia",
        "OPERATOR",
        "HOLD",
        null,
        "a private reason",
        null,
        "ENFORCE",
        at);
  }

  private static void leftDisabled(TestHouse house) {
    GuestRow fay = house.guest("Fay <Left>", "STALE", "FAILED", 250);
    LifecycleRow ended = house.lifecycle(fay, Role.SPONSOR);
    house.store.lifecycles().close(ended.openingId(), "FAILED", "x", house.clock.instant());
  }

  private static void excluded(TestHouse house, GuestRow like) {
    GuestRow glass = house.store.guests().find(like.guestId()).orElseThrow();
    GuestRow known =
        new GuestRow(
            EXCLUDED,
            "Break Glass",
            glass.mail(),
            glass.userPrincipalName(),
            glass.companyName(),
            glass.partner(),
            glass.userType(),
            glass.userState(),
            glass.accountEnabled(),
            glass.onPremises(),
            glass.restricted(),
            glass.stateChangedAt(),
            glass.createdAt(),
            glass.lastInteractiveAt(),
            glass.lastNonInteractiveAt(),
            glass.lastSuccessfulAt(),
            glass.lastActivityAt(),
            glass.inactivity(),
            glass.inactivityReason(),
            "EXEMPT",
            "the policy excludes this guest",
            glass.firstSeenAt(),
            glass.seenInScan(),
            glass.seenAt(),
            null,
            "MISSING",
            null,
            null,
            null,
            null);
    LifecycleRow asked = house.lifecycle(house.guest(known), Trigger.EXCLUSION_ENDS, Role.OWNER);
    house
        .store
        .lifecycles()
        .close(asked.openingId(), "KEPT", "still needed", house.clock.instant());
  }
}
