package io.gatehouse.store;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.answer;
import static io.gatehouse.store.Rows.guest;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatehouse.evidence.Event;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.database.Database;
import io.gatehouse.store.database.Migrations;
import io.gatehouse.store.guest.GuestFilter;
import io.gatehouse.store.holding.HoldingKey;
import io.gatehouse.store.holding.HoldingRow;
import io.gatehouse.store.report.ReportFilter;
import io.gatehouse.store.report.ReportRow;
import io.gatehouse.store.safety.RollingCaps;
import io.gatehouse.store.safety.SlotDay;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import io.gatehouse.store.sponsor.InvitationRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The schema and the statements with the most SQL in them, on the oldest PostgreSQL that is
 * promised.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldestPostgresTest {

  private OldestPostgres server;
  private Database app;
  private Store store;

  @BeforeAll
  void start() throws Exception {
    var bin = OldestPostgres.installed();
    if (System.getenv("CI") != null) {
      assertThat(bin).as("CI has to have PostgreSQL 15 (package postgresql-15)").isPresent();
    }
    assumeTrue(bin.isPresent(), "PostgreSQL 15 is not installed: nothing was tried on it");
    server = OldestPostgres.start(bin.get());
    try (var admin = Database.open(server.url(), "postgres", "")) {
      for (var role : List.of("house_owner", "house_app", "house_reader")) {
        admin.jdbc().sql("create role " + role + " login").update();
      }
      admin.jdbc().sql("grant create on database postgres to house_owner").update();
    }
    Migrations.migrate(server.url(), "house_owner", "", "house_app", "house_reader");
    app = Database.open(server.url(), "house_app", "");
    store = new Store(app, "tenant");
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      app.close();
      server.close();
    }
  }

  @Test
  void it_really_is_15() {
    assertThat(app.jdbc().sql("show server_version").query(String.class).single())
        .startsWith("15.");
    Migrations.requireCurrent(app);
  }

  @Test
  void guests_are_written_found_due_counted_and_listed() {
    var scan = UUID.randomUUID();
    var year = NOON.minus(Duration.ofDays(400));
    store
        .guests()
        .upsert(
            List.of(
                GuestSketch.of("ann", scan).signedIn(year).dueFor("INACTIVE").row(),
                guest("bob", scan, "ACTIVE", "ACTIVE")));
    store.inTransaction(() -> {
      var ann = store.guests().lockKnown(List.of("ann")).get("ann");
      store.guests().upsert(List.of(Objects.requireNonNull(ann)));
    });

    assertThat(store.guests().due(scan, "", 5, NOON)).hasSize(1);
    assertThat(store.guestList().list(GuestFilter.all(5))).hasSize(2);
    assertThat(store.guestList().byStanding()).containsEntry("ACTIVE", 2L);
    assertThat(store.guestList().stream(GuestFilter.all(5), _ -> {})).isEqualTo(2);
    assertThat(store.guests().countDueByTrigger(scan, NOON)).containsEntry("INACTIVE", 1L);
    assertThat(store.guests().witnesses(1)).containsExactly("ann");
    assertThat(store.guests().markMissingAsGone(scan, NOON)).isEmpty();
  }

  @Test
  void sponsors_invitations_and_holdings_are_kept() {
    var scan = UUID.randomUUID();
    var told = new GuestSponsorsRow("eve", "PRESENT", List.of("zoe", "bob"));
    store.sponsors().record(scan, List.of(told));
    assertThat(store.sponsors().of(List.of("eve"), scan)).containsValue(told);

    var invited = new InvitationRow("eve", NOON, "henry", null);
    store.invitations().upsert(List.of(invited));
    assertThat(store.invitations().find("eve")).contains(invited);

    var opening = store.lifecycles().open(lifecycle("eve")).openingId();
    var team = new HoldingKey("GROUP", "team");
    store.holdings().record(opening, List.of(HoldingRow.seen(team, NOON)));
    store.holdings().missing(opening, List.of(team), NOON);
    assertThat(store.holdings().of(opening)).extracting(HoldingRow::missingAt).containsOnly(NOON);
    assertThat(store.lifecycleList().openButChanged(scan)).hasSize(1);
    store.lifecycles().close(opening, "KEPT", "x", NOON);
  }

  @Test
  void the_report_is_streamed_and_counted() {
    var tenant = new Store(app, "reported");
    var scan = UUID.randomUUID();
    var monthsAgo = NOON.minus(Duration.ofDays(100));
    tenant.guests().upsert(List.of(GuestSketch.of("ann", scan).signedIn(monthsAgo).row()));
    tenant.sponsors().record(scan, List.of(new GuestSponsorsRow("ann", "PRESENT", List.of("bob"))));
    var rows = new ArrayList<ReportRow>();

    tenant.reports().stream(ReportFilter.ALL, NOON, rows::add);

    assertThat(rows).extracting(ReportRow::days).containsExactly(100);
    assertThat(tenant.reports().distribution(ReportFilter.ALL, NOON).population()).isEqualTo(1);
    assertThat(tenant.reports().byPartner(90, NOON, 5)).hasSize(1);
    assertThat(tenant.reports().bySponsor(90, NOON, 5)).hasSize(1);
  }

  @Test
  void a_lifecycle_asks_is_answered_and_reserves_its_slot() {
    var opening = store.lifecycles().open(lifecycle("cleo")).openingId();
    store.questions().ask(QuestionRow.asked(opening, 1, "bob", "SPONSOR", NOON));
    store.questions().deadline(opening, 1, NOON);
    var answer = answer(opening, 1, "REMOVE", NOON);
    store.answers().record(answer);

    assertThat(store.answers().newestFor(opening, 1)).contains(answer);
    assertThat(
            store.reservations().reserve(opening, "DISABLE", 1, NOON, new RollingCaps(1, 1), NOON))
        .isEqualTo(NOON);
    assertThat(store.reservations().ahead(NOON, 1)).extracting(SlotDay::count).containsExactly(1L);
    assertThat(store.reservations().planned(NOON, 1)).isEmpty();
    store.lifecycles().close(opening, "REMOVED", "Bob said so", NOON);
    assertThat(store.lifecycles().openFor("cleo")).isEmpty();
  }

  @Test
  void the_ledger_takes_an_entry_once_and_gives_nothing_back() {
    var event =
        new Event("k", "key", NOON, store.ledger().subjectOf("ann"), Map.of(), Map.of("n", "Ann"));

    assertThat(store.ledger().append(event, null)).isTrue();
    assertThat(store.ledger().append(event, null)).isFalse();
    assertThat(store.erasure().eraseSubject("ann", NOON, "asked for", "olga")).isEqualTo(1);
    try (var owner = Database.open(server.url(), "house_owner", "")) {
      assertThatThrownBy(() -> owner.jdbc().sql("truncate evidence.entry").update())
          .rootCause()
          .hasMessageContaining("the ledger is append-only");
    }
  }
}
