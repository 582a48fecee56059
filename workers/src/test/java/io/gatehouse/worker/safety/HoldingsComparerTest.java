package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Comparison;
import io.gatehouse.safety.Effect;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.holding.HoldingRow;
import io.gatehouse.store.ledger.DisclosureRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What did not come back when somebody else gave the account back. */
class HoldingsComparerTest {
  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);
  private final HoldingsComparer comparer = new HoldingsComparer(house.house(), house.looker());

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void nothing_is_missing_when_somebody_enabled_an_account_that_kept_everything() {
    LifecycleRef ref = disabled(NamedGuest.CO_OWNER);
    house.tenant().setAccountEnabled(ref.guestId(), true, Attempts.SOMEBODY, "by hand");

    assertThat(compared(ref, Change.ENABLED_BY_OTHERS)).isZero();
    assertThat(missing(ref)).isEmpty();
    assertThat(entry(ref).kind()).isEqualTo("holdings.compared");
    assertThat(entry(ref).body())
        .contains("\"missing\":0", "\"because\":\"somebody else enabled the account\"");
  }

  @Test
  void a_group_that_somebodys_restore_lost_is_listed_and_only_committed_to_in_the_ledger() {
    LifecycleRef ref = deleted(NamedGuest.MAIL_ONLY);
    house.sandbox().graph().turnOn(Quirk.RESTORE_LOSES_MEMBERSHIPS);
    house.writer().restore(ref.guestId()); // not by the lifecycle, so as good as somebody else

    assertThat(compared(ref, Change.RESTORED_BY_OTHERS)).isEqualTo(1);
    String lost = missing(ref).getFirst().objectId();
    assertThat(missing(ref)).extracting(HoldingRow::kind).containsExactly("GROUP");
    assertThat(entry(ref).body()).contains("\"missing\":1").doesNotContain(lost);
    assertThat(house.store().ledger().disclosures(entry(ref).entryKey()))
        .filteredOn(row -> row.field().equals("held"))
        .extracting(DisclosureRow::value)
        .containsExactly("GROUP:" + lost);
  }

  @Test
  void the_same_is_missing_as_after_our_own_giving_back() {
    LifecycleRef theirs = disabled(NamedGuest.PLAINLY_STALE);
    LifecycleRef ours = disabled(NamedGuest.CO_OWNER);
    house.tenant().delete(house.tenant().idOf(Employee.BORIS), Attempts.SOMEBODY, "he left");
    house.tenant().setAccountEnabled(theirs.guestId(), true, Attempts.SOMEBODY, "by hand");

    int missing = compared(theirs, Change.ENABLED_BY_OTHERS);

    assertThat(missing).isEqualTo(1).isEqualTo(attempts.done(ours, Effect.ENABLE).missing());
    assertThat(missing(theirs))
        .extracting(HoldingRow::key)
        .isEqualTo(missing(ours).stream().map(HoldingRow::key).toList());
  }

  @Test
  void a_comparison_that_was_made_is_not_made_again() {
    LifecycleRef ref = disabled(NamedGuest.PLAINLY_STALE);
    house.tenant().setAccountEnabled(ref.guestId(), true, Attempts.SOMEBODY, "by hand");
    assertThat(compared(ref, Change.ENABLED_BY_OTHERS)).isZero();
    house.tenant().delete(house.tenant().idOf(Employee.BORIS), Attempts.SOMEBODY, "he left");
    house.clock().pass(Duration.ofHours(1));

    assertThat(compared(ref, Change.ENABLED_BY_OTHERS)).isZero();
    assertThat(missing(ref)).isEmpty();
    assertThat(house.ledger(ref)).containsOnlyOnce("holdings.compared");
  }

  @Test
  void a_reading_that_breaks_records_nothing_and_is_worth_another_attempt() {
    LifecycleRef ref = disabled(NamedGuest.PLAINLY_STALE);
    house.tenant().delete(house.tenant().idOf(Employee.BORIS), Attempts.SOMEBODY, "he left");
    house.sandbox().graph().faults().inject("GET", "/sponsors$", 1, new Fault.JsonCut());

    assertThatThrownBy(() -> compared(ref, Change.ENABLED_BY_OTHERS))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(FailureType.valueOf(failure.getType()).worthRetrying()).isTrue());
    assertThat(house.ledger(ref)).doesNotContain("holdings.compared");
    assertThat(missing(ref)).isEmpty();

    assertThat(compared(ref, Change.ENABLED_BY_OTHERS)).isEqualTo(1);
  }

  private int compared(LifecycleRef ref, Change after) {
    return comparer.compare(new Comparison(ref, after));
  }

  private LifecycleRef disabled(NamedGuest guest) {
    LifecycleRef ref = house.due(guest);
    attempts.done(ref, Effect.DISABLE);
    return ref;
  }

  private LifecycleRef deleted(NamedGuest guest) {
    LifecycleRef ref = disabled(guest);
    house.clock().pass(Duration.ofDays(30));
    attempts.done(ref, Effect.SOFT_DELETE);
    house.clock().pass(Duration.ofDays(3));
    return ref;
  }

  private List<HoldingRow> missing(LifecycleRef ref) {
    return house.store().holdings().of(UUID.fromString(ref.openingId())).stream()
        .filter(row -> row.missingAt() != null)
        .toList();
  }

  private EntryRow entry(LifecycleRef ref) {
    return house.entries(ref).getLast();
  }
}
