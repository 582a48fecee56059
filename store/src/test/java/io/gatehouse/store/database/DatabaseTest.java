package io.gatehouse.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.GuestSketch;
import io.gatehouse.store.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void the_build_runs_on_the_java_it_is_made_for() {
    assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
  }

  @Test
  void a_server_that_is_not_there_is_named_with_what_to_do() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var url = "jdbc:postgresql://127.0.0.1:%d/house?password=secret".formatted(port);

    assertThatThrownBy(() -> Database.open(url, "house_app", "x"))
        .isInstanceOf(StoreProblem.class)
        .hasMessage(
            "PostgreSQL at jdbc:postgresql://127.0.0.1:%d/house does not answer: start it or correct the address.",
            port);
  }

  @Test
  void a_database_that_does_not_exist_is_told_apart_from_a_server_that_is_not_there() {
    var url = DATABASE.url().replaceFirst("/[^/]+$", "/nowhere");

    assertThatThrownBy(() -> Database.open(url, TestDatabase.APP, TestDatabase.PASSWORD))
        .hasMessage(
            "PostgreSQL at %s answers, but that database does not exist: create it or correct the address.",
            url);
  }

  @Test
  void a_user_the_server_does_not_know_is_named() {
    assertThatThrownBy(() -> Database.open(DATABASE.url(), "stranger", "x"))
        .hasMessageContaining("refuses the user stranger: check name and password.");
  }

  @Test
  void an_address_of_another_kind_is_refused() {
    assertThatThrownBy(() -> Database.open("jdbc:h2:mem:x", "a", "b"))
        .hasMessage(
            "jdbc:h2:mem:x is no PostgreSQL address: it has to look like"
                + " jdbc:postgresql://host:5432/database.");
  }

  @Test
  void postgresql_14_is_too_old_and_15_is_not() {
    assertThatThrownBy(() -> Server.requireNew(14, "14.9", "jdbc:postgresql://db/house"))
        .hasMessage(
            "PostgreSQL at jdbc:postgresql://db/house is version 14.9, Gatehouse needs 15 or newer:"
                + " upgrade it or name another server.");
    assertThatCode(() -> Server.requireNew(15, "15.0", "x")).doesNotThrowAnyException();
  }

  @Test
  void an_acknowledged_commit_is_on_disk_whatever_the_server_defaults_to() {
    var setting = DATABASE.app().jdbc().sql("show synchronous_commit").query(String.class).single();

    assertThat(setting).isEqualTo("on");
  }

  @Test
  void work_that_fails_leaves_nothing_even_when_transactions_nest() {
    var store = DATABASE.store("nested");

    assertThatThrownBy(() ->
            store.inTransaction(() -> {
              store.inTransaction(() -> store.safety().closeGate("x", Instant.EPOCH, "olga"));
              throw new IllegalStateException("later");
            }))
        .hasMessage("later");

    assertThat(store.safety().current().gateIsOpen()).isTrue();
  }

  @Test
  void a_refused_row_keeps_names_and_addresses_out_of_the_message() {
    var guests = DATABASE.store("private").guests();
    var scan = UUID.randomUUID();
    var fine = GuestSketch.of("ann", scan).named("Ann Secret").row();
    var refused = GuestSketch.of("bob", scan).named("Bob Secret").dueFor("NOTHING KNOWN").row();

    assertThatThrownBy(() -> guests.upsert(List.of(fine, refused)))
        .satisfies(thrown -> {
          var said = new StringWriter();
          thrown.printStackTrace(new PrintWriter(said));
          assertThat(said.toString())
              .contains("guest_due_for_check")
              .doesNotContain("Secret", "@partner");
        });
  }

  @Test
  void a_server_that_may_lose_evidence_is_refused_where_it_counts() throws Exception {
    try (var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        var database =
            Database.open(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()),
                "postgres",
                "postgres")) {
      assertThatThrownBy(database::requireDurable)
          .isInstanceOf(StoreProblem.class)
          .hasMessageContaining("fsync = off")
          .hasMessageContaining("127.0.0.1:" + server.getPort());
    }
  }

  @Test
  void a_durable_server_is_accepted() {
    try (var tests = TestDatabase.fresh()) {
      assertThatCode(tests.app()::requireDurable).doesNotThrowAnyException();
    }
  }
}
