package io.gatehouse.store.database;

import java.util.List;
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
    return sql(insertText(table, row.getClass(), rest)).with(row);
  }

  /** The same insert for many rows in one batch. */
  public void insertAll(String table, List<? extends Record> rows, String rest) {
    if (rows.isEmpty()) {
      return;
    }
    var batch =
        rows.stream()
            .map(row -> {
              var values = RecordRows.values(row);
              values.put("tenant", tenant);
              return values;
            })
            .toList();
    database
        .named()
        .batchUpdate(
            insertText(table, rows.getFirst().getClass(), rest),
            SqlParameterSourceUtils.createBatch(batch));
  }

  /** All work inside happens or none of it; joins the caller's transaction when there is one. */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }

  /** As {@link #inTransaction(Supplier)}, for work without a result. */
  public void inTransaction(Runnable work) {
    database.inTransaction(work);
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

  private static String insertText(String table, Class<? extends Record> type, String rest) {
    var components = RecordRows.componentsOf(type);
    return "insert into %s (tenant, %s) values (:tenant, %s) %s"
        .formatted(
            table,
            components.stream().map(RecordRows::column).collect(Collectors.joining(", ")),
            components.stream()
                .map(component -> ":" + component.getName())
                .collect(Collectors.joining(", ")),
            rest);
  }
}
