package io.gatehouse.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One PostgreSQL database under one role: a pool of connections, and transactions that callers
 * join.
 */
public final class Database implements AutoCloseable {

  /**
   * Shorter than the shortest activity timeout, so that the caller sees the sentence and not a
   * timeout.
   */
  private static final long CONNECTION_TIMEOUT_MILLIS = 8_000;

  private final HikariDataSource pool;
  private final NamedParameterJdbcTemplate named;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final TransactionTemplate reading;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.named = new NamedParameterJdbcTemplate(pool);
    this.jdbc = JdbcClient.create(named);
    var manager = new JdbcTransactionManager(pool);
    this.transactions = new TransactionTemplate(manager);
    this.reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);
    // One state from the first row to the last, so that what is counted adds up.
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * Opens the database.
   *
   * @param url {@code jdbc:postgresql://host:port/database}
   * @throws StoreProblem when the server is unreachable, refuses the user, or is older than
   *     PostgreSQL 15
   */
  public static Database open(String url, String user, String password) {
    Server.look(url, user, password);
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setPoolName("gatehouse-" + user);
    config.setMinimumIdle(1);
    config.setMaximumPoolSize(10);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    // An answer that was acknowledged survives a power cut, whatever the server's default is.
    config.setConnectionInitSql("set synchronous_commit = on");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "gatehouse");
    // A row that is refused holds names and addresses: they must not reach a log with the refusal.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new Database(new HikariDataSource(config));
  }

  /**
   * Refuses a server that may lose what it acknowledged, as the demo's does on purpose.
   *
   * @throws StoreProblem with what to do
   */
  public void requireDurable() {
    for (String setting : List.of("fsync", "full_page_writes")) {
      if (jdbc.sql("show " + setting).query(String.class).single().equals("off")) {
        throw new StoreProblem(
            "PostgreSQL at %s runs with %s = off and may lose evidence in a power cut: switch it on, or use another server."
                .formatted(address(), setting));
      }
    }
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  /** All work inside happens or none of it; joins the caller's transaction when there is one. */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return transactions.execute(_ -> work.get());
  }

  /** As {@link #inTransaction(Supplier)}, for work without a result. */
  public void inTransaction(Runnable work) {
    transactions.executeWithoutResult(_ -> work.run());
  }

  /** Looks at one state of the database, however long that takes, and changes nothing. */
  public void reading(Runnable work) {
    reading.executeWithoutResult(_ -> work.run());
  }

  /** The statements of one tenant. */
  public TenantSql of(String tenant) {
    return new TenantSql(this, tenant);
  }

  @Override
  public void close() {
    pool.close();
  }

  NamedParameterJdbcTemplate named() {
    return named;
  }

  DataSource dataSource() {
    return pool;
  }

  String address() {
    return Server.address(pool.getJdbcUrl());
  }
}
