package io.gatehouse.store.database;

import static io.gatehouse.store.TestDatabase.APP;
import static io.gatehouse.store.TestDatabase.OWNER;
import static io.gatehouse.store.TestDatabase.PASSWORD;
import static io.gatehouse.store.TestDatabase.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the second version of the schema makes of a running house, and who may do what in it. */
class SecondVersionTest {

  private static final UUID SCAN = UUID.randomUUID();
  private static final UUID OPENING = UUID.randomUUID();

  private static final List<String> OF_THE_FIRST_VERSION =
      List.of(
          """
          insert into gatehouse.scan (tenant, scan_id, started_at, mode, policy_version)
          values ('t', '%s', '2026-03-02T12:00Z', 'ENFORCE', 1)
          """
              .formatted(SCAN),
          """
          insert into gatehouse.scan_page (tenant, scan_id, page, guests, sha256, request_id, read_at)
          values ('t', '%s', 1, 1, 'aa', 'r1', '2026-03-02T12:00Z')
          """
              .formatted(SCAN),
          """
          insert into gatehouse.guest (tenant, guest_id, on_premises, restricted, inactivity, inactivity_reason,
            standing, standing_reason, first_seen_at, seen_in_scan, seen_at)
          values ('t', 'ann', false, false, 'STALE', 'x', 'IN_PROGRESS', 'x', '2026-03-02T12:00Z', '%s',
            '2026-03-02T12:00Z')
          """
              .formatted(SCAN),
          """
          insert into gatehouse.lifecycle (tenant, opening_id, guest_id, trigger, stage, waiting_for, opened_at,
            mode, policy_version, plan)
          values ('t', '%s', 'ann', 'INACTIVE', 'ASKED', 'Bob', '2026-03-02T12:00Z', 'ENFORCE', 1, '{}')
          """
              .formatted(OPENING),
          """
          insert into gatehouse.question (tenant, opening_id, round, sponsor_id, role, asked_at, change_until)
          values ('t', '%s', 1, 'bob', 'MANAGER', '2026-03-02T12:00Z', '2026-03-03T12:00Z')
          """
              .formatted(OPENING));

  @Test
  void a_running_house_of_the_first_version_goes_on_with_what_it_had() {
    var url = TestDatabase.emptyUrl();
    Flyway.configure()
        .locations("classpath:db/migration")
        .defaultSchema("gatehouse")
        .schemas("gatehouse", "evidence")
        .placeholders(Map.of("appRole", APP, "readerRole", READER))
        .dataSource(url, OWNER, PASSWORD)
        .target("1")
        .load()
        .migrate();
    try (var app = Database.open(url, APP, PASSWORD)) {
      OF_THE_FIRST_VERSION.forEach(statement -> app.jdbc().sql(statement).update());
    }

    assertThat(Migrations.migrate(url, OWNER, PASSWORD, APP, READER).applied()).isPositive();

    try (var app = Database.open(url, APP, PASSWORD)) {
      var store = new Store(app, "t");
      var ann = store.guests().find("ann").orElseThrow();
      assertThat(ann.sponsorship()).isEqualTo("UNTOLD");
      assertThat(ann.dueFor()).isNull();
      assertThat(store.scans().page(SCAN, "GUESTS", 1)).isPresent();
      assertThat(store.scans().find(SCAN)).isPresent();
      assertThat(store.lifecycles().openFor("ann")).isPresent();
      assertThat(store.questions().find(OPENING, 1).orElseThrow().role()).isEqualTo("MANAGER");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest_sponsors", "invitation", "holding"})
  void pages_read_what_the_program_writes_and_neither_deletes_it(String table) {
    try (var database = TestDatabase.fresh();
        var reader = database.as(READER)) {
      var count = reader.jdbc().sql("select count(*) from gatehouse." + table);
      assertThat(count.query(Long.class).single()).isZero();

      assertThatThrownBy(() -> reader.jdbc().sql(emptying(table)).update())
          .rootCause()
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> database.app().jdbc().sql(emptying(table)).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private static String emptying(String table) {
    return "delete from gatehouse." + table;
  }
}
