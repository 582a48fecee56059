package io.gatehouse.demo.dev;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Holds up whoever writes a certain entry into the ledger, until it is closed: the writer stands
 * before its commit, and nothing after it has happened.
 */
final class Trap implements AutoCloseable {
  private static final long LOCK = 1_502_026;

  private final Connection owner;

  private Trap(Connection owner) {
    this.owner = owner;
  }

  /**
   * Before an entry of a kind.
   *
   * @param like what its key looks like, as in SQL
   */
  static Trap before(String kind, String like, Map<String, String> house) throws SQLException {
    var trap =
        new Trap(
            DriverManager.getConnection(
                house.getOrDefault("GATEHOUSE_DB_URL", ""),
                house.getOrDefault("GATEHOUSE_DB_OWNER_USER", ""),
                house.getOrDefault("GATEHOUSE_DB_OWNER_PASSWORD", "")));
    trap.execute("select pg_advisory_lock(%d)".formatted(LOCK));
    trap.execute(
        """
        create or replace function public.trap() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(%d); return new; end $$
        """
            .formatted(LOCK));
    trap.execute(
        "create trigger trap before insert on evidence.entry for each row when (new.kind = '%s' and new.entry_key like '%s') execute function public.trap()"
            .formatted(kind, like));
    return trap;
  }

  /** Whether somebody stands in it. */
  boolean holds() {
    try (var statement = owner.createStatement();
        var found =
            statement.executeQuery(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
      found.next();
      return found.getLong(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Lets them go; who was killed meanwhile leaves nothing. */
  @Override
  public void close() throws SQLException {
    try (owner) {
      execute("select pg_advisory_unlock(%d)".formatted(LOCK));
      execute("drop trigger trap on evidence.entry");
    }
  }
}
