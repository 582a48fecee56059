package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.ScanPage;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.scan.ScanRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanManifestTest {
  private static final int LISTED = NamedGuest.listed().size();

  private final TryHouse house = new TryHouse();
  private final ScanRun run = new ScanRun(house);

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void it_says_everything_that_a_judgement_rests_on() {
    run.look();
    Map<String, Object> manifest = manifest(run.fit());

    assertThat(manifest)
        .containsOnlyKeys(
            "scan",
            "startedAt",
            "mode",
            "policyVersion",
            "lists",
            "counts",
            "due",
            "exempt",
            "exclusions",
            "compared",
            "limits",
            "judgement",
            "reasons");
    assertThat(object(manifest, "counts"))
        .containsOnlyKeys(
            "population",
            "withDates",
            "withoutDates",
            "unknown",
            "unreadable",
            "sponsorsTold",
            "withoutSponsor");
    assertThat(object(manifest, "limits"))
        .isEqualTo(
            Map.of(
                "populationMovesAtMostPercent", 10,
                "withoutDatesMovesAtMostPoints", 5,
                "withoutSponsorMovesAtMostPoints", 10));
    assertThat(objects(manifest, "lists"))
        .allMatch(list -> list.keySet().equals(Set.of("list", "query", "pages")));
    assertThat(objects(manifest, "exempt"))
        .allMatch(each -> each.keySet().equals(Set.of("reason", "guests")));
    assertThat(objects(manifest, "compared"))
        .singleElement()
        .satisfies(each ->
            assertThat(each)
                .containsOnlyKeys(
                    "scan",
                    "startedAt",
                    "population",
                    "withDates",
                    "sponsorsTold",
                    "withoutSponsor"));
    assertThat(manifest).containsEntry("judgement", "FIT").containsEntry("reasons", List.of());
    assertThat(manifest).containsEntry("mode", "ENFORCE").containsEntry("policyVersion", 1);
  }

  @Test
  void its_numbers_add_up_with_each_other_and_with_the_scans_row() {
    house.tenant().addCrowd(600);
    String scan = run.read();
    run.judge(scan);
    Map<String, Object> manifest = manifest(scan);
    Map<String, Object> counts = object(manifest, "counts");
    ScanRow row = run.scan(scan);

    assertThat(counts).containsEntry("population", 600 + LISTED);
    for (Map<String, Object> list : objects(manifest, "lists")) {
      assertThat(objects(list, "pages").stream().mapToInt(page -> number(page, "guests")).sum())
          .as(String.valueOf(list.get("list")))
          .isEqualTo(600 + LISTED);
      assertThat(objects(list, "pages")).extracting(page -> page.get("page")).containsExactly(1, 2);
      assertThat(objects(list, "pages"))
          .allMatch(page -> String.valueOf(page.get("sha256")).matches("[0-9a-f]{64}"))
          .allMatch(page -> !String.valueOf(page.get("requestId")).isBlank());
    }
    assertThat(number(counts, "withDates") + number(counts, "withoutDates"))
        .isEqualTo(number(counts, "population"));
    assertThat(number(counts, "sponsorsTold")).isEqualTo(number(counts, "population"));
    assertThat(number(counts, "unreadable")).isZero();
    assertThat(object(manifest, "due")).containsEntry("INACTIVE", 30).hasSize(3);
    assertThat(object(manifest, "due").values().stream().mapToInt(n -> (Integer) n).sum())
        .isEqualTo(row.due());
    assertThat(objects(manifest, "exempt").stream().mapToInt(e -> number(e, "guests")).sum())
        .isEqualTo(row.exempt());
    assertThat(row.withDates()).isEqualTo(number(counts, "withDates"));
    assertThat(row.withoutDates()).isEqualTo(number(counts, "withoutDates"));
    assertThat(row.unknown()).isEqualTo(number(counts, "unknown"));
    assertThat(row.withoutSponsor()).isEqualTo(number(counts, "withoutSponsor"));
  }

  @Test
  void anybody_can_compute_its_hash_and_find_it_in_the_ledger_and_in_the_row() {
    String scan = run.read();
    run.judge(scan);
    String hash = sha256(house.store().scans().manifest(UUID.fromString(scan)).orElseThrow());

    assertThat(run.scan(scan).manifestHash()).isEqualTo(hash);
    assertThat(house.store().ledger().find("scan/" + scan).orElseThrow().body())
        .contains("\"manifest\":\"" + hash + "\"");
  }

  @Test
  void a_page_that_came_differently_makes_another_hash() {
    String scan = run.read();
    run.judge(scan);
    String before = run.scan(scan).manifestHash();

    house.relay().rewrite("^/v1.0/users$", json -> json.replace("Maria Silva", "Maria Costa"));
    assertThat(run.reader().readPage(scan, 1)).isEqualTo(new ScanPage(LISTED, false));
    run.judge(scan);

    assertThat(run.scan(scan).manifestHash()).isNotEqualTo(before);
  }

  @Test
  void whoever_repeats_a_query_as_it_stands_gets_the_page_whose_hash_stands_beside_it()
      throws IOException, InterruptedException {
    String scan = run.read();
    run.judge(scan);

    for (Map<String, Object> list : objects(manifest(scan), "lists")) {
      String query = String.valueOf(list.get("query"));
      assertThat(query).startsWith("GET /v1.0/users?$filter=userType eq 'Guest'&$select=id");
      assertThat(objects(list, "pages"))
          .extracting(page -> page.get("sha256"))
          .containsExactly(sha256(repeated(query)));
    }
  }

  private String repeated(String query) throws IOException, InterruptedException {
    URI graph = house.relay().baseUrl(); // an answer names the address it was asked at
    String target = query.replace("GET ", "").replace(" ", "%20");
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(graph.resolve(target))
              .header("Authorization", "Bearer " + AppRegistration.OBSERVER.token())
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void who_asked_for_an_exclusion_and_why_stands_in_it_and_never_in_the_ledger() {
    String scan = run.read();
    run.judge(scan);

    assertThat(objects(manifest(scan), "exclusions"))
        .hasSize(3)
        .contains(
            Map.of(
                "guest", house.idOf(NamedGuest.EXCLUSION_LAPSES),
                "owner", house.policy().exclusions().getLast().owner(),
                "reason", "litigation",
                "until", TryPolicy.EXCLUDED_UNTIL.toString()));
    assertThat(house.store().ledger().find("scan/" + scan).orElseThrow().body())
        .doesNotContain("litigation", house.idOf(NamedGuest.EXCLUSION_LAPSES));
  }

  @Test
  void an_unfit_scan_has_one_too_and_says_why() {
    run.look();
    house.sandbox().graph().turnOn(Quirk.HALF_OF_THE_PAGES);
    String scan = run.read();
    run.judge(scan);

    assertThat(manifest(scan)).containsEntry("judgement", "UNFIT");
    assertThat(String.valueOf(manifest(scan).get("reasons"))).contains("the population moved");
    assertThat(objects(manifest(scan), "compared")).hasSize(1);
  }

  private Map<String, Object> manifest(String scan) {
    String text = house.store().scans().manifest(UUID.fromString(scan)).orElseThrow();
    return asObject(Wire.read(text, Map.class));
  }

  private static Map<String, Object> object(Map<String, Object> of, String key) {
    return asObject(of.get(key));
  }

  @SuppressWarnings("unchecked") // a JSON object's keys are strings
  private static Map<String, Object> asObject(@Nullable Object json) {
    return (Map<String, Object>) Objects.requireNonNull(json);
  }

  private static List<Map<String, Object>> objects(Map<String, Object> of, String key) {
    return ((List<?>) Objects.requireNonNull(of.get(key)))
        .stream().map(ScanManifestTest::asObject).toList();
  }

  private static int number(Map<String, Object> of, String key) {
    return (Integer) Objects.requireNonNull(of.get(key));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
