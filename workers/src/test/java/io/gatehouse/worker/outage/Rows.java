package io.gatehouse.worker.outage;

import io.gatehouse.worker.house.TryHouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every row of a tenant as others see it now, comparable with those of another house: without what
 * each run draws or stamps anew. Links are counted apart, since each letter has one of its own.
 */
record Rows(Map<String, List<String>> byTable) {
  private static final List<String> TABLES =
      List.of(
          "gatehouse.actor_nonce",
          "gatehouse.answer",
          "gatehouse.guest",
          "gatehouse.guest_sponsors",
          "gatehouse.holding",
          "gatehouse.invitation",
          "gatehouse.lifecycle",
          "gatehouse.mail",
          "gatehouse.person",
          "gatehouse.question",
          "gatehouse.reservation",
          "gatehouse.safety",
          "gatehouse.scan",
          "gatehouse.scan_page",
          "gatehouse.stuck",
          "evidence.disclosure",
          "evidence.entry");

  private static final String ROWS =
      """
      select (to_jsonb(t) - 'tenant' - 'position' - 'xid' - 'salt' - 'sha256' - 'request_id'
        - 'next_link' - 'manifest' - 'started_at' - 'first_run')::text
      from %s t where tenant = :tenant
      """;

  /** An attempt comes seconds after the one before, within the same hour. */
  private static final String TIME = "(\\d{4}-\\d\\d-\\d\\dT\\d\\d):[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)";

  private static final String HASH = "[0-9a-f]{64}";

  /** Of a key that each house draws anew. */
  private static final String SIGNATURE = "[A-Za-z0-9+/]{86}==";

  static Rows of(Scene scene) {
    Map<String, String> drawn = drawn(scene);
    var byTable = new TreeMap<String, List<String>>();
    for (String table : TABLES) {
      byTable.put(
          table,
          texts(scene.house(), ROWS.formatted(table))
              .map(row -> plain(row, drawn))
              .sorted()
              .toList());
    }
    return new Rows(byTable);
  }

  static long links(Scene scene) {
    return texts(scene.house(), "select 'link' from gatehouse.link where tenant = :tenant").count();
  }

  private static Map<String, String> drawn(Scene scene) {
    var drawn = new HashMap<String, String>();
    Stream.of(
            "select scan_id || '=scan' from gatehouse.scan where tenant = :tenant",
            "select opening_id || '=opening of ' || guest_id from gatehouse.lifecycle where tenant = :tenant",
            "select subject || '=subject of ' || guest_id from evidence.subject where tenant = :tenant",
            "select distinct seen_in_scan || '=scan' from gatehouse.guest where tenant = :tenant")
        .flatMap(sql -> texts(scene.house(), sql))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> drawn.put(pair[0], pair[1]));
    return drawn;
  }

  private static Stream<String> texts(TryHouse house, String sql) {
    return house.database().app().of(house.house().tenant()).sql(sql).texts().stream();
  }

  static String plain(String text) {
    return text.replaceAll(TIME, "$1h").replaceAll(HASH, "hash").replaceAll(SIGNATURE, "signature");
  }

  private static String plain(String row, Map<String, String> drawn) {
    String plain = plain(row);
    for (var each : drawn.entrySet()) {
      plain = plain.replace(each.getKey(), each.getValue());
    }
    return plain;
  }
}
