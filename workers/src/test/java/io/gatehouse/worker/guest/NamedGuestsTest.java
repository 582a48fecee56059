package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Standing;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each awkward guest by name, through two scans and the opening that follows. */
class NamedGuestsTest {
  private static final TryHouse HOUSE = new TryHouse();
  private static final ScanRun RUN = new ScanRun(HOUSE);
  private static Map<NamedGuest, GuestRow> first = Map.of();
  private static Map<NamedGuest, GuestRow> second = Map.of();
  private static Map<NamedGuest, GuestRow> end = Map.of();
  private static List<LifecycleRow> opened = List.of();

  @BeforeAll
  static void two_scans_sixteen_days_apart() {
    RUN.look();
    first = rows();
    HOUSE.clock().pass(Duration.ofDays(15));
    HOUSE.sandbox().act(HOUSE.now().plus(Duration.ofDays(1)));
    String scan = RUN.fit();
    second = rows();
    RUN.openAll(scan);
    end = rows();
    opened = RUN.running().stream().map(HOUSE::lifecycle).toList();
  }

  @AfterAll
  static void stop() {
    HOUSE.close();
  }

  private static Map<NamedGuest, GuestRow> rows() {
    var rows = new EnumMap<NamedGuest, GuestRow>(NamedGuest.class);
    for (NamedGuest guest : NamedGuest.values()) {
      HOUSE.store().guests().find(HOUSE.idOf(guest)).ifPresent(row -> rows.put(guest, row));
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource(NamedGuest.class)
  void the_first_scan_says_how_each_guest_stands_and_what_it_is_due_for(NamedGuest guest) {
    assertThat(seen(first.get(guest))).isEqualTo(Fate.of(guest).first());
  }

  @ParameterizedTest
  @EnumSource(NamedGuest.class)
  void the_second_scan_has_seen_time_pass(NamedGuest guest) {
    assertThat(seen(second.get(guest))).isEqualTo(Fate.of(guest).second());
  }

  @ParameterizedTest
  @EnumSource(NamedGuest.class)
  void only_who_may_be_asked_about_is_opened_and_for_its_own_reason(NamedGuest guest) {
    Optional<String> trigger =
        opened.stream()
            .filter(row -> row.guestId().equals(HOUSE.idOf(guest)))
            .map(LifecycleRow::trigger)
            .findFirst();

    assertThat(trigger).isEqualTo(Optional.ofNullable(Fate.of(guest).opened()).map(Trigger::name));
    GuestRow row = end.get(guest);
    assertThat(row == null ? "" : row.standingReason()).contains(Fate.of(guest).words());
  }

  @Test
  void every_listed_guest_has_a_row_and_the_standings_add_up_to_all() {
    assertThat(end.keySet()).containsExactlyInAnyOrderElementsOf(NamedGuest.listed());
    assertThat(HOUSE.store().guestList().byStanding().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(NamedGuest.listed().size());
  }

  @Test
  void a_periodic_review_asks_about_active_guests_once_a_period_and_after_every_other_reason() {
    try (var house = new TryHouse()) {
      var run = new ScanRun(house);
      house.apply(TryPolicy.triggers(TryPolicy.reviewEvery(60)));
      run.look();
      assertThat(run.row(NamedGuest.REVIEW_KEPT).standing()).isEqualTo("ACTIVE");
      house.clock().pass(Duration.ofDays(60));
      run.look();

      assertThat(run.row(NamedGuest.REVIEW_KEPT).dueFor()).isEqualTo("ATTESTATION_DUE");
      assertThat(run.row(NamedGuest.FAILED_SIGN_INS_ONLY).dueFor()).isEqualTo("ATTESTATION_DUE");
      assertThat(run.row(NamedGuest.WITHOUT_SPONSOR).dueFor()).isEqualTo("SPONSOR_MISSING");
      assertThat(run.row(NamedGuest.PLAINLY_STALE).dueFor()).isEqualTo("INACTIVE");
      assertThat(run.row(NamedGuest.ON_PREMISES).dueFor()).isNull();

      house.store().guests().attested(house.idOf(NamedGuest.REVIEW_KEPT), house.now());
      run.look();
      assertThat(run.row(NamedGuest.REVIEW_KEPT).standing()).isEqualTo("ACTIVE");
      assertThat(run.row(NamedGuest.REVIEW_REMOVED).dueFor()).isEqualTo("ATTESTATION_DUE");
    }
  }

  @Test
  void each_running_lifecycle_is_somebodys_in_the_ledger() {
    assertThat(opened).hasSize(25);
    assertThat(RUN.running().stream().map((LifecycleRef ref) -> HOUSE.ledger(ref)))
        .allMatch(List.of("lifecycle.opened")::equals);
  }

  private static Fate.@Nullable Seen seen(@Nullable GuestRow row) {
    return row == null
        ? null
        : new Fate.Seen(
            Standing.valueOf(row.standing()),
            row.dueFor() == null ? null : Trigger.valueOf(row.dueFor()));
  }
}
