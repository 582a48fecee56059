package io.gatehouse.config;

import java.util.Map;

/** What a deployment may set. */
final class SomeEnvironment {
  static final String TENANT = "11111111-2222-4333-8444-555555555555";

  static final Map<String, String> COMPLETE =
      Map.ofEntries(
          Map.entry("GATEHOUSE_TENANT", TENANT),
          Map.entry("GATEHOUSE_DB_URL", "jdbc:postgresql://db.example.com/gatehouse"),
          Map.entry("GATEHOUSE_DB_USER", "app"),
          Map.entry("GATEHOUSE_DB_PASSWORD", "s3cret-app"),
          Map.entry("GATEHOUSE_DB_READER_USER", "reader"),
          Map.entry("GATEHOUSE_DB_READER_PASSWORD", "s3cret-reader"),
          Map.entry("GATEHOUSE_DB_OWNER_USER", "owner"),
          Map.entry("GATEHOUSE_DB_OWNER_PASSWORD", "s3cret-owner"),
          Map.entry("GATEHOUSE_MAIL_HOST", "mail.example.com"),
          Map.entry("GATEHOUSE_MAIL_FROM", "guests@example.com"),
          Map.entry("GATEHOUSE_GRAPH_READER_KIND", "static"),
          Map.entry("GATEHOUSE_GRAPH_READER_TOKEN", "s3cret-token"));

  private SomeEnvironment() {}
}
