package io.gatehouse.store.report;

import static io.gatehouse.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.TestDatabase;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A report over a large tenant takes no more memory than one over a small tenant. */
class ReportMemoryTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final int GUESTS = 100_000;

  /** All rows at once take some 60 MB. */
  private static final long ROOM = 16L << 20;

  @BeforeAll
  static void a_large_tenant() {
    DATABASE
        .app()
        .jdbc()
        .sql(
            """
            insert into gatehouse.guest (tenant, guest_id, display_name, mail, on_premises, restricted,
              last_interactive_at, last_activity_at, inactivity, inactivity_reason, standing, standing_reason,
              first_seen_at, seen_in_scan, seen_at, partner)
            select 'large', 'guest-' || i, 'Guest number ' || i, i || '@p' || i % 30 || '.example.com', false, false,
              :noon::timestamptz - i % 700 * interval '1 day', :noon, 'ACTIVE', 'x', 'ACTIVE', 'x', :noon, :scan, :noon,
              'p' || i % 30 || '.example.com'
            from generate_series(1, :guests) as i
            """)
        .param("noon", NOON.atOffset(ZoneOffset.UTC))
        .param("scan", UUID.randomUUID())
        .param("guests", GUESTS)
        .update();
    DATABASE
        .app()
        .jdbc()
        .sql(
            """
            insert into gatehouse.guest_sponsors (tenant, guest_id, told_in_scan, sponsorship, sponsor_ids)
            select tenant, guest_id, seen_in_scan, 'PRESENT', 'bob zoe' from gatehouse.guest
            """)
        .update();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void a_hundred_thousand_rows_pass_without_ever_being_held_together() {
    var reports = DATABASE.store("large").reports();
    long before = used();
    var rows = new int[1];
    var most = new long[1];

    reports.stream(
        ReportFilter.ALL,
        NOON,
        _ -> {
          if (++rows[0] % 20_000 == 1) {
            most[0] = Math.max(most[0], used());
          }
        });

    assertThat(rows[0]).isEqualTo(GUESTS);
    assertThat(most[0] - before).isLessThan(ROOM);
    assertThat(reports.distribution(ReportFilter.ALL, NOON).population()).isEqualTo(GUESTS);
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
