package io.gatehouse.starter.page.operator;

import io.gatehouse.safety.Effect;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.Store;
import java.util.List;

/** One of the next effects under way: what happens when to whom. */
record NextSlot(Calendar.Point at, String effect, String openingId, String guest) {
  private static final int SHOWN = 8;

  static List<NextSlot> of(Store store, Calendar calendar) {
    var names = new Names(store);
    return store.reservations().upcoming(calendar.now(), SHOWN).stream()
        .map(slot ->
            new NextSlot(
                calendar.moment(slot.slotAt()),
                Effect.valueOf(slot.effect()).words(),
                slot.openingId().toString(),
                store
                    .lifecycles()
                    .find(slot.openingId())
                    .map(lifecycle -> names.guest(lifecycle.guestId()))
                    .orElse("not known")))
        .toList();
  }
}
