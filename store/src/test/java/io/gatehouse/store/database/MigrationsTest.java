package io.gatehouse.store.database;

import static io.gatehouse.store.TestDatabase.APP;
import static io.gatehouse.store.TestDatabase.OWNER;
import static io.gatehouse.store.TestDatabase.PASSWORD;
import static io.gatehouse.store.TestDatabase.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void a_second_run_applies_nothing() {
    var url = TestDatabase.emptyUrl();

    var first = Migrations.migrate(url, OWNER, PASSWORD, APP, READER);
    var second = Migrations.migrate(url, OWNER, PASSWORD, APP, READER);

    assertThat(first.applied()).isPositive();
    assertThat(second).isEqualTo(new Migrations.Outcome(0, first.version()));
  }

  @Test
  void a_database_without_the_schema_says_to_migrate() {
    try (var database = Database.open(TestDatabase.emptyUrl(), APP, PASSWORD)) {
      assertThatThrownBy(() -> Migrations.requireCurrent(database))
          .isInstanceOf(StoreProblem.class)
          .hasMessageMatching(
              "The database jdbc:postgresql://localhost:\\d+/house_\\d+ lacks \\d+ migration\\(s\\) of this"
                  + " version: run ./gatehouse migrate.");
    }
  }

  @Test
  void a_migrated_database_is_current_for_program_and_pages() {
    try (var database = TestDatabase.fresh();
        var reader = database.as(READER)) {
      assertThatCode(() -> Migrations.requireCurrent(database.app())).doesNotThrowAnyException();
      assertThatCode(() -> Migrations.requireCurrent(reader)).doesNotThrowAnyException();
    }
  }

  @Test
  void a_database_of_a_newer_gatehouse_is_refused() {
    try (var database = TestDatabase.fresh();
        var owner = database.as(OWNER)) {
      owner
          .jdbc()
          .sql(
              """
              insert into gatehouse.flyway_schema_history
                (installed_rank, version, description, type, script, installed_by, execution_time, success)
              values (999, '999', 'tomorrow', 'SQL', 'V999__tomorrow.sql', 'x', 1, true)
              """)
          .update();

      assertThatThrownBy(() -> Migrations.requireCurrent(database.app()))
          .hasMessageEndingWith(
              "was migrated by a newer Gatehouse (to version 999): start that version.");
    }
  }

  @Test
  void a_role_that_does_not_exist_is_named_before_anything_is_changed() {
    var url = TestDatabase.emptyUrl();

    assertThatThrownBy(() -> Migrations.migrate(url, OWNER, PASSWORD, "nobody_here", READER))
        .hasMessageContaining("has no role nobody_here: create it first");
    assertThat(schemasOf(url)).doesNotContain("gatehouse", "evidence");
  }

  @Test
  void a_role_name_that_could_carry_sql_is_refused() {
    assertThatThrownBy(
            () -> Migrations.migrate(TestDatabase.emptyUrl(), OWNER, PASSWORD, APP, "x\"; drop"))
        .hasMessageContaining("cannot be a role of Gatehouse");
  }

  @Test
  void a_role_that_may_not_make_schemas_is_told_so_and_changes_nothing() {
    var url = TestDatabase.emptyUrl();

    assertThatThrownBy(() -> Migrations.migrate(url, APP, PASSWORD, APP, READER))
        .isInstanceOf(StoreProblem.class)
        .hasMessage("%s may not make schemas in %s: migrate as the database's owner.", APP, url);
    assertThat(schemasOf(url)).doesNotContain("gatehouse", "evidence");
  }

  @Test
  void schemas_that_hold_something_else_are_left_alone() {
    var url = TestDatabase.emptyUrl();
    try (var owner = Database.open(url, OWNER, PASSWORD)) {
      owner.jdbc().sql("create schema gatehouse").update();
      owner.jdbc().sql("create schema evidence").update();
      owner.jdbc().sql("create table gatehouse.mail (a int)").update();
    }

    assertThatThrownBy(() -> Migrations.migrate(url, OWNER, PASSWORD, APP, READER))
        .isInstanceOf(StoreProblem.class)
        .hasMessageStartingWith(
            "The migration of "
                + url
                + " stopped, nothing of the failed step was kept: Found non-empty schema(s)");
  }

  @Test
  void the_reason_shown_is_what_the_server_said_not_what_was_wrapped_around_it() {
    var server = new SQLException("ERROR: relation \"mail\" already exists\n  Position: 14");
    var wrapped = new FlywayException("Script V2__more.sql failed\n---", server);

    assertThat(Server.firstLine(wrapped)).isEqualTo("ERROR: relation \"mail\" already exists");
    assertThat(Server.firstLine(new SQLException())).isEqualTo("SQLException");
  }

  @Test
  void no_statement_of_the_schema_reads_the_servers_clock() {
    try (var database = TestDatabase.fresh()) {
      var defaults =
          database
              .app()
              .jdbc()
              .sql(
                  """
                  select pg_get_expr(adbin, adrelid) from pg_attrdef d join pg_class c on c.oid = d.adrelid
                  where c.relnamespace in ('gatehouse'::regnamespace, 'evidence'::regnamespace)
                    and c.relname <> 'flyway_schema_history'
                  """)
              .query(String.class)
              .list();
      assertThat(defaults).isNotEmpty().noneMatch(each -> each.contains("now()"));
    }
  }

  private static List<@Nullable String> schemasOf(String url) {
    try (var database = Database.open(url, OWNER, PASSWORD)) {
      return database.jdbc().sql("select nspname from pg_namespace").query(String.class).list();
    }
  }
}
