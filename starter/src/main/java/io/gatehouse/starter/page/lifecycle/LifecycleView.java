package io.gatehouse.starter.page.lifecycle;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.holding.HoldingRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of one lifecycle's page: who, where it is, what comes next.
 *
 * @param lost what a restore did not bring back
 * @param trouble why a person has to look, or why the gate holds it up; null when nothing is wrong
 */
public record LifecycleView(
    String id,
    String guestId,
    String guest,
    @Nullable String mail,
    boolean open,
    String state,
    String stateClass,
    String waitingFor,
    @Nullable String trouble,
    Calendar.@Nullable Point next,
    Calendar.@Nullable Point hold,
    Calendar.@Nullable Point disable,
    Calendar.Point opened,
    Calendar.@Nullable Point closed,
    @Nullable String outcomeReason,
    String trigger,
    List<Lost> lost,
    String mode,
    int policyVersion) {

  /** Something the account had and did not get back. */
  record Lost(String kind, @Nullable String name, String id) {}

  public static LifecycleView of(LifecycleRow row, Store store, Calendar calendar) {
    Optional<GuestRow> guest = store.guests().find(row.guestId());
    boolean open = row.isOpen();
    return new LifecycleView(
        row.openingId().toString(),
        row.guestId(),
        guest.map(Words::name).orElse(row.guestId()),
        guest.map(GuestRow::mail).orElse(null),
        open,
        state(row),
        open
            ? row.needsOperator() ? "failed" : "in_progress"
            : String.valueOf(row.outcome()).toLowerCase(Locale.ROOT),
        Words.waitingFor(row.waitingFor()),
        row.needsOperator() ? row.operatorReason() : null,
        calendar.momentOrNull(row.nextAt()),
        calendar.momentOrNull(row.holdUntil()),
        open ? calendar.dayOrNull(row.disablePlannedAt()) : null,
        calendar.moment(row.openedAt()),
        calendar.momentOrNull(row.closedAt()),
        row.outcomeReason(),
        Words.trigger(row.trigger()),
        lost(row, store),
        row.mode().toLowerCase(Locale.ROOT),
        row.policyVersion());
  }

  private static List<Lost> lost(LifecycleRow row, Store store) {
    return store.holdings().of(row.openingId()).stream()
        .filter(held -> held.missingAt() != null)
        .map(held -> new Lost(Words.holding(held.kind()), name(held, store), held.objectId()))
        .toList();
  }

  private static @Nullable String name(HoldingRow held, Store store) {
    return store
        .people()
        .find(held.objectId())
        .map(person -> Words.firstOf(person.displayName(), person.mail()))
        .orElse(null);
  }

  private static String state(LifecycleRow row) {
    if (!row.isOpen()) {
      return Words.outcome(row.outcome());
    }
    return row.needsOperator() ? "needs an operator" : Words.stage(row.stage());
  }
}
