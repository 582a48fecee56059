package io.gatehouse.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.gatehouse.store.database.Database;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A database at the other end of a {@link Cable}, as the program's own role sees it. */
public final class FarDatabase implements AutoCloseable {
  private static final String LOOK_AT_EACH = "com.zaxxer.hikari.aliveBypassWindowMs";

  private final Cable cable;
  private final Database database;
  private final List<Logger> hushed;

  /**
   * Opens it.
   *
   * @param url JDBC's, of the database on this computer
   * @param loud who else fills the log with stack traces about connections that are cut on purpose
   */
  public FarDatabase(String url, String... loud) {
    this.hushed =
        Stream.concat(Stream.of("com.zaxxer.hikari", "org.springframework"), Stream.of(loud))
            .map(LoggerFactory::getLogger)
            .map(Logger.class::cast)
            .toList();
    hushed.forEach(logger -> logger.setLevel(Level.OFF));
    var postgres = URI.create(url.substring("jdbc:".length()));
    this.cable = new Cable(postgres.getPort());
    // The pool lends unseen what was used within half a second: after a cut, dead connections.
    System.setProperty(LOOK_AT_EACH, "0");
    // Without prepared statements every word is said each time, COMMIT too.
    this.database =
        Database.open(
            "jdbc:postgresql://127.0.0.1:%d%s?prepareThreshold=0"
                .formatted(cable.port(), postgres.getPath()),
            TestDatabase.APP,
            TestDatabase.PASSWORD);
    System.clearProperty(LOOK_AT_EACH);
  }

  public Cable cable() {
    return cable;
  }

  public Store store(String tenant) {
    return new Store(database, tenant);
  }

  @Override
  public void close() {
    database.close();
    cable.close();
    hushed.forEach(logger -> logger.setLevel(null)); // as configured
  }
}
