package io.gatehouse.starter.page.operator;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lifecycle that somebody holds, until when. */
record Held(String openingId, String guest, Calendar.Point until, String command) {
  private static final int BATCH = 500;

  /** All of them, the next to end first. */
  static List<Held> of(Store store, Calendar calendar) {
    var names = new Names(store);
    return rows(store, calendar.now()).stream()
        .map(row ->
            new Held(
                row.openingId().toString(),
                names.guest(row.guestId()),
                calendar.moment(end(row)),
                "./gatehouse guest release %s --reason …"
                    .formatted(Names.shortened(row.guestId()))))
        .toList();
  }

  private static List<LifecycleRow> rows(Store store, Instant now) {
    var held = new ArrayList<LifecycleRow>();
    @Nullable UUID after = null;
    List<LifecycleRow> batch;
    do {
      batch = store.lifecycleList().list(new LifecycleFilter(true, null, null, after, BATCH));
      batch.stream().filter(row -> end(row).isAfter(now)).forEach(held::add);
      after = batch.isEmpty() ? null : batch.getLast().openingId();
    } while (batch.size() == BATCH);
    held.sort(Comparator.comparing(Held::end).thenComparing(LifecycleRow::openingId));
    return held;
  }

  private static Instant end(LifecycleRow row) {
    Instant until = row.holdUntil();
    return until == null ? Instant.MIN : until;
  }
}
