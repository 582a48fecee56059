package io.gatehouse.starter.page.lifecycle;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.view.LifecycleLine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One lifecycle in the table. */
record LifecycleRowView(
    String id,
    String guest,
    @Nullable String mail,
    String trigger,
    String state,
    String stateClass,
    String waitingFor,
    @Nullable String person,
    Calendar.@Nullable Point next,
    Calendar.Point opened) {
  static LifecycleRowView of(LifecycleLine line, Calendar calendar) {
    boolean open = line.closedAt() == null;
    String state = open ? Words.stage(line.stage()) : Words.outcome(line.outcome());
    return new LifecycleRowView(
        line.openingId().toString(),
        Words.firstOf(line.displayName(), line.mail(), line.guestId()),
        line.mail(),
        Words.trigger(line.trigger()),
        open && line.needsOperator() ? "needs an operator" : state,
        open
            ? line.needsOperator() ? "failed" : "in_progress"
            : String.valueOf(line.outcome()).toLowerCase(Locale.ROOT),
        open ? Words.waitingFor(line.waitingFor()) : "",
        line.person(),
        calendar.dayOrNull(open ? line.nextAt() : line.closedAt()),
        calendar.day(line.openedAt()));
  }
}
