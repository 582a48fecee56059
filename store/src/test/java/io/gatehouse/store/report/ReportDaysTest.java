package io.gatehouse.store.report;

import static io.gatehouse.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.GuestSketch;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entra's own rule for the days of a guest, and the five states that part all guests. */
class ReportDaysTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID SCAN = UUID.randomUUID();

  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
  }

  private static Instant daysAgo(int days) {
    return NOON.minus(Duration.ofDays(days));
  }

  private static GuestSketch guest(String id) {
    return GuestSketch.of(id, SCAN);
  }

  private void has(GuestSketch... guests) {
    for (var guest : guests) {
      store.guests().upsert(List.of(guest.row()));
    }
  }

  private List<ReportRow> rows(ReportFilter filter) {
    var rows = new ArrayList<ReportRow>();
    store.reports().stream(filter, NOON, rows::add);
    return rows;
  }

  private ReportRow only(String id) {
    return rows(ReportFilter.ALL).stream()
        .filter(row -> row.guestId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<String> ids(ReportFilter filter) {
    return rows(filter).stream().map(ReportRow::guestId).toList();
  }

  private List<String> state(String state, @Nullable Integer minDays) {
    return ids(new ReportFilter(null, null, false, state, minDays, null));
  }

  @Test
  void days_run_from_the_newest_of_the_three_dates_whichever_that_is() {
    has(
        guest("interactive").signedIn(daysAgo(10), daysAgo(20), daysAgo(30)),
        guest("silent").signedIn(daysAgo(20), daysAgo(11), daysAgo(30)),
        guest("successful").signedIn(null, null, daysAgo(12)).created(daysAgo(900)));

    assertThat(only("interactive").days()).isEqualTo(10);
    assertThat(only("silent").days()).isEqualTo(11);
    assertThat(only("successful").days()).isEqualTo(12);
  }

  @Test
  void days_are_days_of_the_utc_calendar_and_a_date_ahead_of_the_clock_is_today() {
    has(
        guest("last minute of yesterday").signedIn(Instant.parse("2026-03-01T23:59:59Z")),
        guest("first minute of today").signedIn(Instant.parse("2026-03-02T00:00:00Z")),
        guest("tomorrow").signedIn(NOON.plus(Duration.ofDays(1))));

    assertThat(only("last minute of yesterday").days()).isEqualTo(1);
    assertThat(only("first minute of today").days()).isZero();
    assertThat(only("tomorrow").days()).isZero();
  }

  @Test
  void who_never_signed_in_counts_from_the_creation_and_says_so() {
    has(guest("never").created(daysAgo(200)), guest("signed in").signedIn(daysAgo(200)));

    assertThat(only("never").days()).isEqualTo(200);
    assertThat(only("never").neverSignedIn()).isTrue();
    assertThat(only("never").pending()).isFalse();
    assertThat(only("signed in").neverSignedIn()).isFalse();
  }

  @Test
  void an_open_invitation_is_pending_and_not_merely_unused_until_somebody_signs_in() {
    has(
        guest("pending").invitation("Pending Acceptance").created(daysAgo(40)),
        guest("undated").invitation("PendingAcceptance"),
        guest("signed in").invitation("PendingAcceptance").signedIn(daysAgo(3)));

    assertThat(only("pending").pending()).isTrue();
    assertThat(only("pending").neverSignedIn()).isFalse();
    assertThat(only("pending").days()).isEqualTo(40);
    assertThat(only("undated").pending()).isTrue();
    assertThat(only("undated").days()).isNull();
    assertThat(only("signed in").pending()).isFalse();
    assertThat(only("signed in").userState()).isEqualTo("PendingAcceptance");
  }

  @Test
  void without_sign_in_and_creation_there_are_no_days_and_no_verdict() {
    has(guest("unknown").invitation(null));

    assertThat(only("unknown").days()).isNull();
    assertThat(only("unknown").neverSignedIn()).isFalse();
    assertThat(only("unknown").pending()).isFalse();
  }

  @Test
  void each_guest_is_in_exactly_one_state() {
    has(
        guest("active").signedIn(daysAgo(89)),
        guest("inactive").signedIn(daysAgo(90)),
        guest("never").created(daysAgo(400)),
        guest("pending").invitation("PendingAcceptance").created(daysAgo(400)),
        guest("unknown"));

    for (var state : List.of("ACTIVE", "INACTIVE", "NEVER", "PENDING", "UNKNOWN")) {
      assertThat(state(state, null)).as(state).containsExactly(state.toLowerCase(Locale.ROOT));
    }
    assertThat(state("BORED", null)).isEmpty();
  }

  @Test
  void who_has_not_signed_in_for_n_days_includes_those_who_never_did_and_can_leave_them_out() {
    has(
        guest("59").signedIn(daysAgo(59)),
        guest("60").signedIn(daysAgo(60)),
        guest("never 60").created(daysAgo(60)),
        guest("never 59").created(daysAgo(59)),
        guest("unknown"));

    assertThat(ids(new ReportFilter(null, null, false, null, 60, null)))
        .containsExactly("60", "never 60");
    assertThat(state("INACTIVE", 60)).containsExactly("60");
    assertThat(state("ACTIVE", 60)).containsExactly("59");
    assertThat(state("NEVER", 60)).containsExactly("never 60");
    assertThat(state("UNKNOWN", 60)).isEmpty();
  }
}
