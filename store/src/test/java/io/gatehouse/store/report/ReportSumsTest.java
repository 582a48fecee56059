package io.gatehouse.store.report;

import static io.gatehouse.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.GuestSketch;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report's counts, and that they add up. */
class ReportSumsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID SCAN = UUID.randomUUID();

  private String tenant = "unset";
  private Store store = DATABASE.store(tenant);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    tenant = UUID.randomUUID().toString();
    store = DATABASE.store(tenant);
  }

  private static Instant daysAgo(int days) {
    return NOON.minus(Duration.ofDays(days));
  }

  private static GuestSketch guest(String id) {
    return GuestSketch.of(id, SCAN);
  }

  private void has(GuestSketch guest, String... sponsors) {
    var row = guest.row();
    store.guests().upsert(List.of(row));
    var told = new GuestSponsorsRow(row.guestId(), "PRESENT", List.of(sponsors));
    store.sponsors().record(SCAN, List.of(told));
  }

  private static ReportFilter state(String state) {
    return new ReportFilter(null, null, false, state, null, null);
  }

  @Test
  void each_day_falls_into_its_bucket_and_those_without_a_sign_in_stand_apart() {
    int[] days = {-1, 0, 29, 30, 59, 60, 89, 90, 179, 180, 364, 365, 4000};
    for (int day : days) {
      has(guest("d" + day).signedIn(daysAgo(day)));
    }
    has(guest("never").created(daysAgo(10)));
    has(guest("never too").created(daysAgo(1000)));
    has(guest("pending").invitation("PendingAcceptance").created(daysAgo(10)));
    has(guest("unknown").invitation(null));
    has(guest("removed").signedIn(daysAgo(400)).judged("STALE", "REMOVED"));

    var distribution = store.reports().distribution(ReportFilter.ALL, NOON);

    assertThat(distribution.buckets())
        .extracting(ActivityBucket::label)
        .containsExactly("0-29", "30-59", "60-89", "90-179", "180-364", "365+");
    assertThat(distribution.buckets())
        .extracting(ActivityBucket::guests)
        .containsExactly(3L, 2L, 2L, 2L, 2L, 2L);
    assertThat(distribution.neverSignedIn()).isEqualTo(2);
    assertThat(distribution.pending()).isEqualTo(1);
    assertThat(distribution.unknown()).isEqualTo(1);
    assertThat(distribution.population()).isEqualTo(17);
  }

  @Test
  void a_tenant_without_guests_has_empty_buckets() {
    var distribution = store.reports().distribution(ReportFilter.ALL, NOON);

    assertThat(distribution.buckets()).hasSize(6);
    assertThat(distribution.population()).isZero();
  }

  @Test
  void the_states_add_up_to_the_population_and_a_filter_counts_what_it_lists() {
    for (int i = 0; i < 40; i++) {
      has(
          switch (i % 5) {
            case 0 -> guest("g" + i).signedIn(daysAgo(i));
            case 1 -> guest("g" + i).signedIn(daysAgo(i * 10));
            case 2 -> guest("g" + i).created(daysAgo(i));
            case 3 -> guest("g" + i).invitation("PendingAcceptance").created(daysAgo(i));
            default -> guest("g" + i).invitation(null);
          });
    }
    long sum = 0;
    for (var state : List.of("ACTIVE", "INACTIVE", "NEVER", "PENDING", "UNKNOWN")) {
      var counted = store.reports().distribution(state(state), NOON).population();
      var listed = new int[1];
      store.reports().stream(state(state), NOON, _ -> listed[0]++);

      assertThat(counted).as(state).isPositive().isEqualTo(listed[0]);
      sum += counted;
    }
    assertThat(sum).isEqualTo(40);
    assertThat(store.reports().distribution(ReportFilter.ALL, NOON).population()).isEqualTo(40);
  }

  @Test
  void partners_are_counted_the_largest_first_and_the_unknown_one_among_them() {
    has(guest("a").from("fabrikam.example.com").signedIn(daysAgo(90)));
    has(guest("b").from("fabrikam.example.com").signedIn(daysAgo(89)));
    has(guest("c").from("fabrikam.example.com").created(daysAgo(91)));
    has(guest("d").from("contoso.example.com"));
    has(guest("e").from(null).signedIn(daysAgo(500)));
    has(guest("f").from(null).judged("STALE", "GONE"));

    assertThat(store.reports().byPartner(90, NOON, 10))
        .containsExactly(
            new PartnerCount("fabrikam.example.com", 3, 2),
            new PartnerCount("contoso.example.com", 1, 0),
            new PartnerCount(null, 1, 1));
    assertThat(store.reports().byPartner(90, NOON, 1)).hasSize(1);
  }

  @Test
  void sponsors_are_counted_with_each_of_their_guests_and_by_name_where_it_is_known() {
    has(guest("a").signedIn(daysAgo(90)), "bob", "group-7");
    has(guest("b").signedIn(daysAgo(89)), "zoe", "bob");
    has(guest("c").created(daysAgo(400)), "bob");
    has(guest("d"));
    has(guest("e").judged("STALE", "REMOVED"), "bob");
    store.people().upsert(List.of(new PersonRow("bob", "Bob Builder", "bob@example.com", NOON)));
    store.people().upsert(List.of(new PersonRow("zoe", null, "zoe@example.com", NOON)));

    assertThat(store.reports().bySponsor(90, NOON, 10))
        .containsExactly(
            new SponsorCount("bob", "Bob Builder", 3, 2),
            new SponsorCount("group-7", null, 1, 1),
            new SponsorCount("zoe", "zoe@example.com", 1, 0));
    assertThat(store.reports().bySponsor(90, NOON, 1)).hasSize(1);
  }

  @Test
  void without_sponsor_are_those_the_directory_said_so_about() {
    has(guest("a").sponsorship("MISSING"));
    has(guest("b").sponsorship("UNTOLD"));
    has(guest("c").sponsorship("PRESENT"));
    has(guest("d").sponsorship("MISSING").judged("STALE", "GONE"));

    assertThat(store.reports().withoutSponsor()).isEqualTo(1);
  }

  @Test
  void the_pages_role_may_read_the_whole_report() {
    has(guest("a").signedIn(daysAgo(10)), "bob");
    try (var reader = DATABASE.as(TestDatabase.READER)) {
      var reports = new Store(reader, tenant).reports();
      var rows = new int[1];
      reports.stream(ReportFilter.ALL, NOON, _ -> rows[0]++);

      assertThat(rows[0]).isEqualTo(1);
      assertThat(reports.distribution(ReportFilter.ALL, NOON).population()).isEqualTo(1);
      assertThat(reports.byPartner(90, NOON, 5)).hasSize(1);
      assertThat(reports.bySponsor(90, NOON, 5)).hasSize(1);
      assertThat(reports.withoutSponsor()).isZero();
    }
  }
}
