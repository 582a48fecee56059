package io.gatehouse.starter.page;

import io.gatehouse.evidence.Event;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.GuestSketch;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.answer.AnswerBook;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.holding.HoldingKey;
import io.gatehouse.store.holding.HoldingRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.scan.ScanJudgement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tenant with something to see on every page. */
final class SampleTenant {
  static final String LONG_NAME =
      "Wolfgang Amadeus Theophilus-Hohenzollern von und zu Guttenberg-Schwarzenegger (External)";

  final LifecycleRow asked;
  final LifecycleRow parked;
  final LifecycleRow restored;
  final String token;
  final String answeredToken;
  final String exceptionToken;

  SampleTenant(TestHouse house) {
    String[] names = {"Ann", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gia", "Hal", "Ida", "Jon"};
    String[] family = {"Adler", "Baum", "Cohen", "Dorn", "Egger", "Frey", "Gold", "Hirsch"};
    for (int i = 0; i < 70; i++) {
      house.guest(names[i % 10] + " " + family[i % 8] + " " + i, "ACTIVE", "ACTIVE", i * 5 % 85);
    }
    for (int i = 0; i < 6; i++) {
      house.guest("Kept " + family[i], "STALE", "KEPT", 120 + i * 30);
      house.guest("Never " + family[i], "NEVER_SIGNED_IN", "ACTIVE", null);
      house.guest("Unknown " + family[i], "UNKNOWN", "UNKNOWN", null);
    }
    house.guest("Role Holder", "STALE", "EXEMPT", 400);
    house.guest("<b>Robert</b>'); DROP TABLE guest;--", "STALE", "STOOD_DOWN", 95);
    house
        .store
        .scans()
        .judged(
            house.scan,
            new ScanJudgement("FIT", List.of(), 1, 1, 91, 80, 11, 6, 0, 1, 2, 3, "manifest"));
    house.store.scans().finish(house.scan, 3, house.clock.instant());

    asked = house.lifecycle(house.guest(LONG_NAME, "STALE", "IN_PROGRESS", 212), Role.SPONSOR);
    token = house.token(asked, Duration.ofDays(60));
    parked =
        house.lifecycle(house.guest("Paula Parked", "STALE", "IN_PROGRESS", 333), Role.SPONSOR);
    answeredToken = house.token(parked, Duration.ofDays(60));
    tell(house, parked);
    house
        .store
        .lifecycles()
        .needsOperator(parked.openingId(), "the directory refused the change: insufficient rights");
    restored =
        house.lifecycle(
            house.guest("Rita Restored", "STALE", "STOOD_DOWN", 150),
            Trigger.NEVER_SIGNED_IN,
            Role.MEMBER);
    giveBack(house, restored);
    exceptionToken =
        house.token(
            house.lifecycle(
                house.guest(GuestSketch.of("Lena Litigated")), Trigger.EXCLUSION_ENDS, Role.OWNER),
            Duration.ofDays(60));
  }

  private static void giveBack(TestHouse house, LifecycleRow row) {
    entry(house, row, "lifecycle.opened", "opened", Map.of("trigger", "NEVER_SIGNED_IN"));
    entry(house, row, "question.asked", "asked/1", Map.of("round", 1, "role", "MEMBER"));
    entry(
        house,
        row,
        "effect.intended",
        "DISABLE/1/intent",
        Map.of("effect", "DISABLE", "ordinal", 1, "holdings", 3));
    var team = new HoldingKey("GROUP", "9d0a51f2-0000-4000-8000-000000000001");
    var sponsor = new HoldingKey("SPONSOR", TestHouse.BOB);
    var kept = new HoldingKey("GROUP", "9d0a51f2-0000-4000-8000-000000000002");
    var now = house.clock.instant();
    house
        .store
        .holdings()
        .record(
            row.openingId(),
            Stream.of(team, sponsor, kept).map(each -> HoldingRow.seen(each, now)).toList());
    var book = new AnswerBook(house.store, house.clock, house.people.olivia.signer());
    var olivia = new Actor.Proved(house.people.olivia.person());
    book.record(row, olivia, new Act.Extend(7, "Bob is on leave"));
    book.record(row, olivia, new Act.Reassign(TestHouse.BOB, "he knows her"));
    book.record(row, olivia, new Act.Restore("the project was taken up again"));
    house.store.holdings().missing(row.openingId(), List.of(team, sponsor), now);
    entry(
        house,
        row,
        "effect.proved",
        "ENABLE/1/proof",
        Map.of("effect", "ENABLE", "ordinal", 1, "missing", 2));
    entry(house, row, "lifecycle.closed", "closed", Map.of("outcome", "RESTORED"));
    house
        .store
        .lifecycles()
        .close(
            row.openingId(),
            "RESTORED",
            "given back by an operator; 2 memberships, roles or sponsors did not come back",
            now);
  }

  private static void tell(TestHouse house, LifecycleRow row) {
    entry(
        house, row, "lifecycle.opened", "opened", Map.of("trigger", "INACTIVE", "mode", "ENFORCE"));
    entry(house, row, "question.asked", "asked/1", Map.of("round", 1, "role", "SPONSOR"));
    entry(
        house,
        row,
        "mail.delivered",
        "mail/1",
        Map.of(
            "mail", "QUESTION", "messageId", "<q1@example.com>", "server", "250 queued as 4F2A"));
    house.clock.pass(Duration.ofDays(3));
    house.record(
        row,
        new Actor.Asked(TestHouse.BOB, 1, Actor.Proof.LINK),
        new Act.Remove("The project ended in spring, she works elsewhere now."));
    house.clock.pass(Duration.ofDays(9));
    entry(house, row, "effect.intended", "DISABLE/1/intent", effect("true"));
    var proof = new HashMap<>(effect("false"));
    proof.put("requestId", "7c0a8f5e-2f5b-4c43-9a3c-7a54e6a0f6f1");
    entry(house, row, "effect.proved", "DISABLE/1/proof", proof);
    house.clock.pass(Duration.ofDays(30));
    entry(
        house,
        row,
        "lifecycle.parked",
        "parked/1",
        Map.of("reason", "the directory refused the change: insufficient rights"));
  }

  private static Map<String, Object> effect(String enabled) {
    return Map.of("effect", "DISABLE", "ordinal", 1, "accountEnabled", enabled, "groups", 4);
  }

  private static void entry(
      TestHouse house, LifecycleRow row, String kind, String key, Map<String, Object> fields) {
    var guest = house.store.guests().find(row.guestId()).map(GuestRow::guestId).orElseThrow();
    house
        .store
        .ledger()
        .append(
            new Event(
                kind,
                row.openingId() + "/" + key,
                house.clock.instant(),
                house.store.ledger().subjectOf(guest),
                fields,
                Map.of()),
            row.openingId());
  }
}
