package io.gatehouse.store.database;

import io.gatehouse.evidence.Text;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * How a record stands in SQL: component {@code openedAt} is column {@code opened_at}.
 *
 * <p>Spring's own record mapper asks the driver for {@code Instant}, which pgjdbc refuses with one
 * exception per cell; here instants travel as UTC {@code OffsetDateTime}.
 */
final class RecordRows<R extends Record> implements RowMapper<R> {

  private static final ClassValue<RecordRows<?>> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordRows<?> computeValue(Class<?> type) {
          return new RecordRows<>(type.asSubclass(Record.class));
        }
      };

  private static final Map<String, String> COLUMNS = new ConcurrentHashMap<>();

  /**
   * One component of a row, asked for once per class: reflection makes new component objects at
   * every call, and a scan binds thirty of them for each guest.
   */
  private record Cell(String name, String column, Class<?> type, Method accessor) {
    static Cell of(RecordComponent component) {
      return new Cell(
          component.getName(),
          columnOf(component.getName()),
          component.getType(),
          component.getAccessor());
    }
  }

  private final List<Cell> cells;
  private final Constructor<R> constructor;

  private RecordRows(Class<R> type) {
    cells = Arrays.stream(type.getRecordComponents()).map(Cell::of).toList();
    try {
      constructor =
          type.getDeclaredConstructor(cells.stream().map(Cell::type).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its canonical constructor: " + type, e);
    }
  }

  @SuppressWarnings("unchecked") // KNOWN holds for each class the mapper of that class
  static <R extends Record> RecordRows<R> of(Class<R> type) {
    return (RecordRows<R>) KNOWN.get(type);
  }

  static List<String> components(Class<? extends Record> type) {
    return of(type).cells.stream().map(Cell::name).toList();
  }

  static String columnOf(String component) {
    return COLUMNS.computeIfAbsent(
        component, name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }

  /** The components' values by name, ready to be bound. */
  static Map<String, @Nullable Object> values(Record row) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (var cell : of(row.getClass()).cells) {
      try {
        values.put(cell.name(), toSql(cell.accessor().invoke(row)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a row record has to be public: " + row.getClass(), e);
      }
    }
    return values;
  }

  /** PostgreSQL keeps microseconds: cutting here keeps what was written equal to what is read. */
  static @Nullable Object toSql(@Nullable Object value) {
    return switch (value) {
      case Instant instant -> instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
      case String text -> Text.storable(text);
      // One parameter for any number of texts: a statement stays one text, and no limit is met.
      case Collection<?> texts ->
          texts.stream().map(text -> Text.storable((String) text)).toArray(String[]::new);
      case null, default -> value;
    };
  }

  @Override
  public R mapRow(ResultSet row, int number) throws SQLException {
    var arguments = new @Nullable Object[cells.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = fromSql(row, cells.get(i));
    }
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "a row record has to be public: " + constructor.getDeclaringClass(), e);
    }
  }

  private static @Nullable Object fromSql(ResultSet row, Cell cell) throws SQLException {
    var column = cell.column();
    var type = cell.type();
    if (type == Instant.class) {
      var time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }
    if (type == int.class) {
      return row.getInt(column);
    }
    if (type == long.class) {
      return row.getLong(column);
    }
    if (type == boolean.class) {
      return row.getBoolean(column);
    }
    if (type == List.class) {
      return List.of((String[]) row.getArray(column).getArray());
    }
    return row.getObject(column, type);
  }
}
