package io.gatehouse.starter.page.operator;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.Store;
import io.gatehouse.store.safety.SafetyRow;
import org.jspecify.annotations.Nullable;

/**
 * The gate: open or closed, why, by whom, and who waits for it.
 *
 * @param reason of the last closing or opening; null while nobody ever did either
 * @param request what waits for a second person
 * @param changed when mode or gate changed last; null while nobody ever changed them
 */
record GateView(
    boolean open,
    @Nullable String reason,
    Calendar.@Nullable Point changed,
    @Nullable String by,
    int waiting,
    @Nullable Request request) {

  /** Somebody's wish that it opens. */
  record Request(String by, String reason, Calendar.Point until) {}

  static GateView of(Store store, Calendar calendar) {
    SafetyRow safety = store.safety().current();
    var names = new Names(store);
    return new GateView(
        safety.gateIsOpen(),
        safety.gateReason(),
        calendar.momentOrNull(safety.changedAt()),
        safety.changedBy() == null ? null : names.person(safety.changedBy()),
        store.lifecycleList().waitingForGate().size(),
        store
            .gateRequests()
            .waiting(calendar.now())
            .map(asked ->
                new Request(
                    names.person(asked.askedBy()),
                    asked.reason(),
                    calendar.moment(asked.expiresAt())))
            .orElse(null));
  }
}
