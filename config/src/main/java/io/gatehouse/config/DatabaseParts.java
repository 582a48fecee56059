package io.gatehouse.config;

/** The database under each of its three roles. */
final class DatabaseParts {
  private DatabaseParts() {}

  static DatabaseSettings program(Values values) {
    return role(values, Variable.DB_USER, Variable.DB_PASSWORD);
  }

  static DatabaseSettings reader(Values values) {
    return role(values, Variable.DB_READER_USER, Variable.DB_READER_PASSWORD);
  }

  static MigrationSettings migration(Values values) {
    return new MigrationSettings(
        role(values, Variable.DB_OWNER_USER, Variable.DB_OWNER_PASSWORD),
        values.required(Variable.DB_USER),
        values.required(Variable.DB_READER_USER));
  }

  private static DatabaseSettings role(Values values, Variable user, Variable password) {
    return new DatabaseSettings(url(values), values.required(user), values.required(password));
  }

  private static String url(Values values) {
    String url = values.required(Variable.DB_URL);
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
      values.refuse(
          Variable.DB_URL, "give " + Variable.DB_URL.meaning() + "; only PostgreSQL is supported");
    }
    // Addresses are printed in sentences and logs: a password there would be printed too.
    if (url.matches("(?i).*[?&](password|user)=.*") || url.matches("jdbc:postgresql://[^/]*@.*")) {
      values.refuseUnseen(
          Variable.DB_URL,
          "take user and password out of the address and give them in variables of their own");
    }
    return url;
  }
}
