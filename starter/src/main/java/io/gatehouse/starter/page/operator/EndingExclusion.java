package io.gatehouse.starter.page.operator;

import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.Policy;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An exclusion of the policy that ends soon, and what its owner said about it.
 *
 * @param attested whether the owner vouched: the guest is left alone beyond the end then
 * @param word what came of asking the owner
 * @param needsWord whether it ends very soon and the owner said nothing
 */
record EndingExclusion(
    String guestId,
    String guest,
    String owner,
    String reason,
    Calendar.Point until,
    boolean attested,
    String word,
    boolean needsWord) {
  static final int WITHIN_DAYS = 60;
  static final int URGENT_DAYS = 14;

  /** The next to end first. */
  static List<EndingExclusion> of(Policy policy, Store store, Calendar calendar) {
    return policy.exclusions().stream()
        .filter(each -> each.endsWithin(WITHIN_DAYS, calendar.today()))
        .sorted(Comparator.comparing(Exclusion::until).thenComparing(Exclusion::guest))
        .map(each -> of(each, store, calendar, askedFrom(policy)))
        .toList();
  }

  /** As many days before the end as its owner may have been asked. */
  private static int askedFrom(Policy policy) {
    return Math.max(
        WITHIN_DAYS,
        Objects.requireNonNullElse(policy.triggers().exclusionEndsWithinDays(), WITHIN_DAYS));
  }

  private static EndingExclusion of(
      Exclusion exclusion, Store store, Calendar calendar, int askedFrom) {
    var names = new Names(store);
    Optional<LifecycleRow> asked = asking(exclusion, store, calendar.zone(), askedFrom);
    boolean attested =
        asked.map(LifecycleRow::outcome).filter(Outcome.KEPT.name()::equals).isPresent();
    boolean decided = asked.filter(row -> !row.isOpen()).isPresent();
    return new EndingExclusion(
        exclusion.guest(),
        names.guest(exclusion.guest()),
        names.person(exclusion.owner()),
        exclusion.reason(),
        calendar.day(exclusion.until()),
        attested,
        asked.map(row -> word(row, calendar)).orElse("the owner was not asked yet"),
        !decided && exclusion.endsWithin(URGENT_DAYS, calendar.today()));
  }

  /** The newest lifecycle about this end; one about an earlier end says nothing about it. */
  private static Optional<LifecycleRow> asking(
      Exclusion exclusion, Store store, ZoneId zone, int askedFrom) {
    var earliest = exclusion.until().minusDays(askedFrom).atStartOfDay(zone).toInstant();
    return store.lifecycleList().ofGuest(exclusion.guest()).stream()
        .filter(row -> row.trigger().equals(Trigger.EXCLUSION_ENDS.name()))
        .filter(row -> !row.openedAt().isBefore(earliest))
        .findFirst();
  }

  private static String word(LifecycleRow row, Calendar calendar) {
    var closed = row.closedAt();
    if (closed == null) {
      return "the owner is asked, no decision yet";
    }
    return "%s on %s".formatted(Words.outcome(row.outcome()), calendar.day(closed).words());
  }
}
