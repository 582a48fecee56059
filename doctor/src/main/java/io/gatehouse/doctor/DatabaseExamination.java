package io.gatehouse.doctor;

import static io.gatehouse.doctor.Finding.well;
import static io.gatehouse.doctor.Finding.wrong;

import io.gatehouse.config.Part;
import io.gatehouse.config.Variable;
import io.gatehouse.store.database.Database;
import io.gatehouse.store.database.Migrations;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL: there, ours, safe, and as late as we are. */
record DatabaseExamination(Ground ground) implements Examination {
  private static final String MAY_CHANGE_THE_LEDGER =
      "select has_table_privilege('evidence.entry', 'UPDATE, DELETE, TRUNCATE')";

  private static final String MAY_WRITE =
      "select has_table_privilege('gatehouse.guest', 'INSERT, UPDATE, DELETE')";

  @Override
  public String subject() {
    return "PostgreSQL";
  }

  @Override
  public List<Finding> look() {
    var found = new ArrayList<Finding>();
    Database database = ground.database();
    String version = database.jdbc().sql("show server_version").query(String.class).single();
    found.add(well("answers, version " + version));
    if (!ground.simulated()) {
      database.requireDurable();
      found.add(well("keeps what it acknowledged through a power cut"));
    }
    Migrations.requireCurrent(database);
    found.add(well("the schema is this version's"));
    found.add(
        asks(database, MAY_CHANGE_THE_LEDGER)
            ? wrong(
                "The role of %s may change the ledger: revoke update, delete and truncate on evidence.entry from it, or use the role that migrate was told."
                    .formatted(Variable.DB_USER.key()))
            : well("the program may add to the ledger and change nothing there"));
    found.add(clock(database));
    if (ground.has(Variable.DB_READER_USER)) {
      found.add(reader());
    }
    return found;
  }

  private Finding reader() {
    var at = ground.settings(Part.READER).reader();
    try (Database database = Database.open(at.url(), at.user(), at.password())) {
      return asks(database, MAY_WRITE)
          ? wrong(
              "The role of %s may write: use a role that only reads, as migrate sets it up."
                  .formatted(Variable.DB_READER_USER.key()))
          : well("the pages' role only reads");
    }
  }

  private static Finding clock(Database database) {
    Instant there =
        database
            .jdbc()
            .sql("select clock_timestamp()")
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    return Skew.finding("PostgreSQL", there, Duration.ZERO);
  }

  private static boolean asks(Database database, String question) {
    return database.jdbc().sql(question).query(Boolean.class).single();
  }
}
