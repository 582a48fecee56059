package io.gatehouse.store.database;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;

/** SQL for one tenant: every statement has {@code :tenant} already bound. */
public final class TenantSql {

  private final Database database;
  private final String tenant;

  TenantSql(Database database, String tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /** A statement with named parameters. */
  public Query sql(String text) {
    return new Query(database.jdbc().sql(text).param("tenant", tenant));
  }

  /**
   * An insert of all components of the row; {@code rest} follows the values, such as {@code on
   * conflict …}.
   */
  public Query insert(String table, Record row, String rest) {
    return sql(insertText(table, RecordRows.values(row).keySet(), rest)).with(row);
  }

  /** The same insert for many rows in one batch. */
  public void insertAll(String table, List<? extends Record> rows, String rest) {
    insertAll(table, Map.of(), rows, rest);
  }

  /**
   * The same insert for many rows that have more in common than their tenant.
   *
   * @param common values by name, as a component {@code openingId} would have them
   */
  public void insertAll(
      String table, Map<String, ?> common, List<? extends Record> rows, String rest) {
    if (rows.isEmpty()) {
      return;
    }
    var batch =
        rows.stream()
            .map(row -> {
              var values = RecordRows.values(row);
              common.forEach((name, value) -> values.put(name, RecordRows.toSql(value)));
              return values;
            })
            .toList();
    var text = insertText(table, batch.getFirst().keySet(), rest);
    batch.forEach(values -> values.put("tenant", tenant));
    database.named().batchUpdate(text, SqlParameterSourceUtils.createBatch(batch));
  }

  /** {@code a = excluded.a, …} for every component but these: the rest of an upsert. */
  public static String excluded(Class<? extends Record> type, Set<String> butNot) {
    return RecordRows.components(type).stream()
        .filter(name -> !butNot.contains(name))
        .map(RecordRows::columnOf)
        .map(column -> column + " = excluded." + column)
        .collect(Collectors.joining(", "));
  }

  /** All work inside happens or none of it; joins the caller's transaction when there is one. */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }

  /** As {@link #inTransaction(Supplier)}, for work without a result. */
  public void inTransaction(Runnable work) {
    database.inTransaction(work);
  }

  /** Looks at one state of the database, however long that takes, and changes nothing. */
  public void reading(Runnable work) {
    database.reading(work);
  }

  /**
   * Waits until no other transaction holds this lock of the tenant; held to the end of the caller's
   * transaction.
   */
  public void lock(String name) {
    sql("select pg_advisory_xact_lock(hashtextextended(:tenant || '/' || :name, 0)) is null")
        .with("name", name)
        .one(Boolean.class);
  }

  private static String insertText(String table, Set<String> names, String rest) {
    return "insert into %s (tenant, %s) values (:tenant, %s) %s"
        .formatted(
            table,
            names.stream().map(RecordRows::columnOf).collect(Collectors.joining(", ")),
            names.stream().map(name -> ":" + name).collect(Collectors.joining(", ")),
            rest);
  }
}
