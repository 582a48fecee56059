package io.gatehouse.store.report;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.GuestSketch;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the inactive-guest report shows, and what it says about them. */
class ReportsTest {

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

  private void sponsored(String guestId, String... sponsors) {
    store
        .sponsors()
        .record(SCAN, List.of(new GuestSponsorsRow(guestId, "PRESENT", List.of(sponsors))));
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

  @Test
  void guests_who_are_no_longer_in_the_directory_are_not_in_the_report() {
    has(
        guest("here").judged("STALE", "FAILED"),
        guest("removed").judged("STALE", "REMOVED"),
        guest("gone").judged("STALE", "GONE"),
        guest("recycled").judged("STALE", "IN_PROGRESS"),
        guest("disabled").judged("STALE", "IN_PROGRESS"));
    stage("recycled", "DELETED");
    stage("disabled", "DISABLED");

    assertThat(ids(ReportFilter.ALL)).containsExactly("disabled", "here");
  }

  private void stage(String guestId, String stage) {
    var opening = store.lifecycles().open(lifecycle(guestId)).openingId();
    store.lifecycles().stage(opening, stage, "x", null);
  }

  @Test
  void sponsors_stand_in_the_directorys_order_by_the_best_name_known() {
    has(guest("ann"), guest("untold").sponsorship("UNTOLD"));
    sponsored("ann", "zoe", "bob", "group-7");
    store.people().upsert(List.of(new PersonRow("bob", "Bob Builder", "bob@example.com", NOON)));
    store.people().upsert(List.of(new PersonRow("zoe", null, "zoe@example.com", NOON)));

    assertThat(only("ann").sponsorIds()).containsExactly("zoe", "bob", "group-7");
    assertThat(only("ann").sponsorNames())
        .containsExactly("zoe@example.com", "Bob Builder", "group-7");
    assertThat(only("ann").sponsorship()).isEqualTo("PRESENT");
    assertThat(only("untold").sponsorIds()).isEmpty();
    assertThat(only("untold").sponsorNames()).isEmpty();
    assertThat(only("untold").sponsorship()).isEqualTo("UNTOLD");
  }

  @Test
  void partner_sponsor_and_missing_sponsor_narrow_the_report() {
    has(
        guest("a").from("fabrikam.example.com"),
        guest("b").from("fabrikam.example.com").sponsorship("MISSING"),
        guest("c").from(null).sponsorship("UNTOLD"));
    sponsored("a", "zoe", "bob");
    sponsored("b", "bobby");

    assertThat(ids(new ReportFilter("fabrikam.example.com", null, false, null, null, null)))
        .containsExactly("a", "b");
    assertThat(ids(new ReportFilter(null, "bob", false, null, null, null))).containsExactly("a");
    assertThat(ids(new ReportFilter(null, null, true, null, null, null))).containsExactly("b");
    assertThat(ids(new ReportFilter("fabrikam.example.com", "bob", true, null, null, null)))
        .isEmpty();
  }

  @Test
  void a_search_finds_parts_in_any_case_and_takes_signs_as_they_stand() {
    has(guest("1").named("Ann Archer"), guest("2").named("100% Bob"));

    assertThat(search("ARCH")).containsExactly("1");
    assertThat(search("2@partner")).containsExactly("2");
    assertThat(search("0% b")).containsExactly("2");
    assertThat(search("%")).containsExactly("2");
  }

  private List<String> search(String text) {
    return ids(new ReportFilter(null, null, false, null, null, text));
  }

  @Test
  void everything_a_spreadsheet_shows_is_in_the_row() {
    has(
        guest("ann")
            .signedIn(daysAgo(1), daysAgo(2), daysAgo(3))
            .created(daysAgo(9))
            .judged("ACTIVE", "IN_PROGRESS")
            .because("due")
            .dueFor("ATTESTATION_DUE"));
    sponsored("ann", "bob");

    assertThat(only("ann"))
        .isEqualTo(
            new ReportRow(
                "ann",
                "ann Guest",
                "ann@partner.example.com",
                null,
                "partner.example.com",
                "Partner",
                "Accepted",
                true,
                daysAgo(9),
                daysAgo(1),
                daysAgo(1),
                daysAgo(2),
                daysAgo(3),
                1,
                false,
                false,
                "PRESENT",
                List.of("bob"),
                List.of("bob"),
                "IN_PROGRESS",
                "due",
                "ATTESTATION_DUE",
                NOON));
  }

  @Test
  void nobody_is_due_who_is_kept_put_off_left_alone_or_asked_about_already() {
    for (String id : List.of("due", "kept", "kept before", "put off", "asked")) {
      has(guest(id).judged("STALE", "IN_PROGRESS").dueFor("INACTIVE"));
    }
    has(guest("exempt").judged("STALE", "EXEMPT").dueFor("INACTIVE"));
    store.guests().keepUntil("kept", NOON.plusSeconds(1));
    store.guests().keepUntil("kept before", NOON);
    store.guests().notBefore("put off", NOON.plusSeconds(1));
    store.lifecycles().open(lifecycle("asked"));

    assertThat(rows(ReportFilter.ALL))
        .filteredOn(row -> row.dueFor() != null)
        .extracting(ReportRow::guestId)
        .containsExactly("due", "kept before");
    assertThat(store.guests().due(SCAN, "", 9, NOON))
        .extracting(GuestRow::guestId)
        .containsExactly("due", "kept before");
  }

  @Test
  void another_tenants_guests_sponsors_and_people_stay_theirs() {
    has(guest("ann"));
    sponsored("ann", "bob");
    store.people().upsert(List.of(new PersonRow("bob", "Bob Builder", null, NOON)));
    store = DATABASE.store(UUID.randomUUID().toString());
    assertThat(ids(ReportFilter.ALL)).isEmpty();

    has(guest("ann"));
    assertThat(only("ann").sponsorIds()).isEmpty();
    sponsored("ann", "bob");
    assertThat(only("ann").sponsorNames()).containsExactly("bob");
  }

  @Test
  void a_reader_who_stops_ends_the_stream_and_leaves_the_connection_usable() {
    has(guest("ann"), guest("bob"));

    assertThatThrownBy(() ->
            store.reports().stream(
                ReportFilter.ALL,
                NOON,
                row -> {
                  throw new IllegalStateException("stopped at " + row.guestId());
                }))
        .hasMessage("stopped at ann");

    assertThat(ids(ReportFilter.ALL)).containsExactly("ann", "bob");
  }
}
