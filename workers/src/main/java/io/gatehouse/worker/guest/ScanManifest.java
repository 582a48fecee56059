package io.gatehouse.worker.guest;

import io.gatehouse.evidence.CanonicalJson;
import io.gatehouse.graph.read.ListQuery;
import io.gatehouse.policy.Policy;
import io.gatehouse.safety.Judgement;
import io.gatehouse.store.scan.PageRow;
import io.gatehouse.store.scan.ScanRow;
import io.gatehouse.worker.house.House;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a judgement rests on, as canonical JSON: what was asked, which pages came, what they
 * counted, who was left out and why, and what it was compared with. Its hash stands in the ledger.
 */
final class ScanManifest {
  private final House house;

  ScanManifest(House house) {
    this.house = house;
  }

  String of(ScanRow scan, ScanFigures figures, List<ScanRow> earlier, Judgement judgement) {
    Policy policy = house.policy().policy();
    var manifest = new TreeMap<String, Object>();
    manifest.put("scan", scan.scanId().toString());
    manifest.put("startedAt", scan.startedAt().toString());
    manifest.put("mode", scan.mode());
    manifest.put("policyVersion", scan.policyVersion());
    manifest.put(
        "lists",
        List.of(
            list(ListQuery.GUESTS, figures.pages()),
            list(ListQuery.SPONSORS, figures.sponsorPages())));
    manifest.put("counts", counts(figures));
    manifest.put("due", figures.due());
    manifest.put(
        "exempt",
        figures.exempt().entrySet().stream()
            .map(each -> Map.of("reason", each.getKey(), "guests", each.getValue()))
            .toList());
    manifest.put(
        "exclusions",
        policy.exclusions().stream()
            .map(each ->
                Map.of(
                    "guest", each.guest(),
                    "owner", each.owner(),
                    "reason", each.reason(),
                    "until", each.until().toString()))
            .toList());
    manifest.put("compared", earlier.stream().map(ScanManifest::compared).toList());
    manifest.put("limits", limits(policy.scan()));
    manifest.put("judgement", ScanRecorder.kind(judgement));
    manifest.put("reasons", ScanRecorder.reasons(judgement));
    return new String(CanonicalJson.write(manifest), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> list(ListQuery query, List<PageRow> pages) {
    return Map.of(
        "list", query.name(),
        "query", query.words(ScanReader.PAGE_SIZE),
        "pages",
            pages.stream()
                .map(page ->
                    Map.of(
                        "page", page.page(),
                        "guests", page.guests(),
                        "sha256", page.sha256(),
                        "requestId", page.requestId()))
                .toList());
  }

  private static Map<String, Object> counts(ScanFigures figures) {
    int population = figures.population();
    return Map.of(
        "population", population,
        "withDates", figures.tally().withDates(),
        "withoutDates", population - figures.tally().withDates(),
        "unknown", figures.tally().unknown(),
        "unreadable", population - figures.tally().population(),
        "sponsorsTold", figures.toJudge().sponsorsTold(),
        "withoutSponsor", figures.sponsors().missing());
  }

  private static Map<String, Object> compared(ScanRow scan) {
    return Map.of(
        "scan", scan.scanId().toString(),
        "startedAt", scan.startedAt().toString(),
        "population", scan.population(),
        "withDates", scan.withDates(),
        "sponsorsTold", scan.sponsorsTold(),
        "withoutSponsor", scan.withoutSponsor());
  }

  private static Map<String, Object> limits(Policy.ScanRules limits) {
    return Map.of(
        "populationMovesAtMostPercent", limits.populationMovesAtMostPercent(),
        "withoutDatesMovesAtMostPoints", limits.withoutDatesMovesAtMostPoints(),
        "withoutSponsorMovesAtMostPoints", limits.withoutSponsorMovesAtMostPoints());
  }

  static String hash(String manifest) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(manifest.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
