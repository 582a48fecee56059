package io.gatehouse.starter.page.operator;

import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.Store;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A lifecycle that stopped until a person helps.
 *
 * @param since when it stopped, as the ledger says
 * @param taken whether the account was changed already, so that something can be given back
 */
record Parked(
    String openingId,
    String guestId,
    String guest,
    String why,
    String trigger,
    Calendar.Point since,
    boolean taken,
    List<Way> ways) {

  /** A command that helps, and when. */
  record Way(String when, String command) {}

  static Parked of(LifecycleRow row, Store store, Calendar calendar) {
    List<EntryRow> entries = store.ledger().of(row.openingId());
    boolean taken = entries.stream().anyMatch(entry -> entry.kind().equals("effect.proved"));
    Instant since =
        entries.stream()
            .filter(entry -> entry.kind().equals("lifecycle.parked"))
            .map(EntryRow::recordedAt)
            .max(Instant::compareTo)
            .orElse(row.openedAt());
    String reason = row.operatorReason();
    return new Parked(
        row.openingId().toString(),
        row.guestId(),
        new Names(store).guest(row.guestId()),
        reason == null ? "" : reason,
        Trigger.valueOf(row.trigger()).words(),
        calendar.moment(since),
        taken,
        ways(row, taken));
  }

  private static List<Way> ways(LifecycleRow row, boolean taken) {
    String id = Names.shortened(row.guestId());
    var ways = new ArrayList<Way>();
    ways.add(way("when the cause is mended", "retry %s", id));
    if (taken) {
      ways.add(way("to give the account back", "restore %s", id));
    } else if (row.stage().equals(Stage.ASKED.name())) {
      ways.add(way("to ask somebody else", "reassign %s --to PERSON", id));
      ways.add(way("to decide yourself", "decide %s keep --until DAY", id));
      ways.add(way("or", "decide %s remove", id));
    } else {
      ways.add(way("to leave the guest alone", "decide %s keep --until DAY", id));
    }
    return ways;
  }

  private static Way way(String when, String act, String id) {
    return new Way(when, "./gatehouse guest " + act.formatted(id) + " --reason …");
  }
}
