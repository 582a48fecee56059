package io.gatehouse.starter.page.operator;

import io.gatehouse.guest.Standing;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestFilter;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A guest whose lifecycle ended and left the account as it was taken: nothing in Gatehouse gives it
 * back any more.
 *
 * @param openingId of the lifecycle that failed; null when none is known
 * @param since when it ended
 */
record LeftDisabled(
    String guestId,
    String guest,
    String why,
    @Nullable String openingId,
    Calendar.@Nullable Point since) {

  /** As many as the page shows, by name. */
  static List<LeftDisabled> of(Store store, Calendar calendar, int limit) {
    var failed = new GuestFilter(null, Standing.FAILED.name(), null, null, limit);
    return store.guestList().list(failed).stream().map(row -> of(row, store, calendar)).toList();
  }

  static int count(Store store) {
    return Math.toIntExact(store.guestList().byStanding().getOrDefault(Standing.FAILED.name(), 0L));
  }

  private static LeftDisabled of(GuestRow row, Store store, Calendar calendar) {
    Optional<LifecycleRow> failed =
        store.lifecycleList().ofGuest(row.guestId()).stream()
            .filter(each -> Standing.FAILED.name().equals(each.outcome()))
            .findFirst();
    return new LeftDisabled(
        row.guestId(),
        Words.name(row),
        row.standingReason(),
        failed.map(each -> each.openingId().toString()).orElse(null),
        calendar.momentOrNull(failed.map(LifecycleRow::closedAt).orElse(null)));
  }
}
