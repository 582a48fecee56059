package io.gatehouse.config;

/** One role at the database. */
public record DatabaseSettings(String url, String user, String password) {
  /** Never shows the password: a record's own text would carry it into logs. */
  @Override
  public String toString() {
    return "DatabaseSettings[%s at %s]".formatted(user, url);
  }
}
