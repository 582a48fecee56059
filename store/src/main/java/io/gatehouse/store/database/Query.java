package io.gatehouse.store.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** One statement on its way: parameters in, records or numbers out. */
public final class Query {

  private static final int FETCH_SIZE = 500;

  private final StatementSpec statement;

  Query(StatementSpec statement) {
    this.statement = statement;
  }

  /**
   * Binds one value; instants, text and all else stand in SQL as {@link RecordRows} says, texts in
   * a collection as an array: {@code = any(:ids)}.
   */
  public Query with(String name, @Nullable Object value) {
    statement.param(name, RecordRows.toSql(value));
    return this;
  }

  /** Binds every component of the record under its own name. */
  public Query with(Record row) {
    RecordRows.values(row).forEach(statement::param);
    return this;
  }

  /** Runs a change and returns how many rows it touched. */
  public int update() {
    return statement.update();
  }

  /** Runs a change and tells whether it touched anything. */
  public boolean changes() {
    return update() > 0;
  }

  /** The only row, if there is one; columns are found by the components' names. */
  public <R extends Record> Optional<R> find(Class<R> type) {
    return statement.query(RecordRows.of(type)).optional();
  }

  public <R extends Record> List<R> list(Class<R> type) {
    return statement.query(RecordRows.of(type)).list();
  }

  /** The single value of the single row. */
  public <T> T one(Class<T> type) {
    return statement.query(type).single();
  }

  /**
   * Hands on row by row without ever holding all of them, through a cursor of the server. Only
   * inside a transaction: without one the driver reads everything first.
   */
  public <R extends Record> void each(Class<R> type, Consumer<R> consumer) {
    var rows = RecordRows.of(type);
    statement
        .withFetchSize(FETCH_SIZE)
        .query(row -> {
          consumer.accept(rows.mapRow(row, row.getRow()));
        });
  }

  /** The first column as text. */
  public List<String> texts() {
    return statement.query((row, _) -> row.getString(1)).list();
  }

  /** Rows of name and number, in the statement's order. */
  public Map<String, Long> counts() {
    var counts = new LinkedHashMap<String, Long>();
    statement.query(row -> {
      counts.put(row.getString(1), row.getLong(2));
    });
    return counts;
  }
}
