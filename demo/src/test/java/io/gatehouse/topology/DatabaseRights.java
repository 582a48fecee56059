package io.gatehouse.topology;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;

/** What the users of {@code deploy/postgres/roles.sql} are kept from. */
record DatabaseRights(PostgresServer postgres, String program, String pages, String temporal) {

  void nobodyDoesMoreThanTheirWork() throws SQLException {
    try (Connection connection = postgres.connect("gatehouse", "gatehouse_program", program)) {
      refused(connection, "update evidence.entry set kind = 'x'");
      refused(connection, "delete from evidence.entry");
      refused(connection, "drop table gatehouse.answer");
    }
    try (Connection connection = postgres.connect("gatehouse", "gatehouse_pages", pages)) {
      refused(connection, "update gatehouse.safety set gate = 'OPEN'");
      refused(connection, "delete from gatehouse.lifecycle");
    }
    stranger("gatehouse", "temporal", temporal);
    stranger("temporal", "gatehouse_program", program);
    stranger("temporal_visibility", "gatehouse_pages", pages);
    stranger("postgres", "temporal", temporal);
    assertThatThrownBy(() -> postgres.connect("gatehouse", "gatehouse_program", "guessed"))
        .hasMessageContaining("password authentication failed");
  }

  private static void refused(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .as(sql)
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }

  private void stranger(String database, String user, String password) {
    assertThatThrownBy(() -> postgres.connect(database, user, password))
        .as("%s in %s", user, database)
        .hasMessageContaining("permission denied for database");
  }
}
