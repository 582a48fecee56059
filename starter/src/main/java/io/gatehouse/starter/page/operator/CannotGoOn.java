package io.gatehouse.starter.page.operator;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.lifecycle.StuckRow;

/** A lifecycle whose workflow cannot take its next step, or is not to be found in Temporal. */
record CannotGoOn(
    String openingId, String guestId, String guest, String why, Calendar.Point since) {

  static CannotGoOn of(StuckRow row, Store store, Calendar calendar) {
    LifecycleRow lifecycle = store.lifecycles().find(row.openingId()).orElseThrow();
    return new CannotGoOn(
        row.openingId().toString(),
        lifecycle.guestId(),
        new Names(store).guest(lifecycle.guestId()),
        row.why(),
        calendar.moment(row.since()));
  }
}
