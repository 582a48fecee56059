package io.gatehouse.starter.page;

import io.gatehouse.evidence.CanonicalJson;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.scan.ScanJudgement;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What report, scans and operator's page show beyond a {@link SampleTenant}. */
final class BusyTenant {
  static final String MORE_OF_A_NAME = "=HYPERLINK(\"http://evil.example.com\",\"Mallory\")";

  final UUID fit = UUID.randomUUID();
  final UUID unfit = UUID.randomUUID();
  final String manifest;
  final OperatorScene operator;

  BusyTenant(TestHouse house) {
    // The exclusion ends after the days that a sample tenant has lived.
    house.policy.change(yaml -> yaml.replace("2027-03-31", "2027-05-01"));
    Instant now = house.clock.instant();
    GuestRow mallory = house.guest(MORE_OF_A_NAME, "STALE", "IN_PROGRESS", 270);
    GuestRow paula = house.guest("Pia Stopped", "STALE", "IN_PROGRESS", 300);
    house
        .store
        .sponsors()
        .record(
            house.scan,
            List.of(
                new GuestSponsorsRow(mallory.guestId(), "PRESENT", List.of(TestHouse.BOB)),
                new GuestSponsorsRow(
                    paula.guestId(), "PRESENT", List.of(TestHouse.BOB, "not-read-yet"))));
    manifest = manifest(now);
    scans(house, now);
    operator = new OperatorScene(house, mallory, paula);
  }

  private void scans(TestHouse house, Instant now) {
    for (int i = 34; i > 1; i--) {
      var id = UUID.randomUUID();
      Instant at = now.minus(Duration.ofDays(i));
      house.store.scans().begin(id, at, "ENFORCE", 1);
      house
          .store
          .scans()
          .judged(
              id, judgement(i == 34 ? "TOO_EARLY" : "FIT", List.of(), 380 + (34 - i) % 7, null));
      house.store.scans().finish(id, 2, at.plusSeconds(90));
    }
    house.store.scans().begin(fit, now.minus(Duration.ofDays(1)), "ENFORCE", 1);
    house.store.scans().judged(fit, judgement("FIT", List.of(), 385, hash(manifest)));
    house.store.scans().recordManifest(fit, manifest);
    house.store.scans().finish(fit, 3, now);
    house.store.scans().begin(unfit, now.minus(Duration.ofHours(1)), "ENFORCE", 1);
    house
        .store
        .scans()
        .judged(
            unfit,
            judgement(
                "UNFIT",
                List.of(
                    "the population moved by 52 % (from 385 to 185 guests), at most 10 % is plausible"),
                185,
                hash(unfitManifest(now))));
    house.store.scans().recordManifest(unfit, unfitManifest(now));
  }

  private static ScanJudgement judgement(
      String judged, List<String> reasons, int population, @Nullable String hash) {
    return new ScanJudgement(
        judged, reasons, 2, 2, population, population - 40, 40, 12, 1, 9, 14, 6, hash);
  }

  private String manifest(Instant now) {
    return manifest(now, 385, 345);
  }

  private String unfitManifest(Instant now) {
    return manifest(now, 185, 145);
  }

  private String manifest(Instant now, int population, int withDates) {
    var all = new TreeMap<String, Object>();
    all.put("startedAt", now.toString());
    all.put("policyVersion", 1);
    all.put("lists", List.of(listing("GUESTS", population), listing("SPONSORS", population)));
    all.put(
        "counts",
        Map.of(
            "population",
            population,
            "withDates",
            withDates,
            "withoutDates",
            population - withDates,
            "unknown",
            12,
            "unreadable",
            1,
            "sponsorsTold",
            population,
            "withoutSponsor",
            14));
    all.put("due", Map.of("INACTIVE", 4, "SPONSOR_MISSING", 2));
    all.put("exempt", List.of(Map.of("reason", "the guest holds a directory role", "guests", 9)));
    all.put(
        "exclusions",
        List.of(
            Map.of(
                "guest",
                OperatorScene.EXCLUDED,
                "owner",
                TestHouse.BOB,
                "reason",
                "break-glass account of the <managed> service partner",
                "until",
                "2027-05-01")));
    all.put(
        "compared",
        List.of(
            Map.of(
                "scan", fit.toString(),
                "startedAt", now.minus(Duration.ofDays(1)).toString(),
                "population", 385,
                "withDates", 350,
                "sponsorsTold", 385,
                "withoutSponsor", 10)));
    all.put(
        "limits",
        Map.of(
            "populationMovesAtMostPercent", 10,
            "withoutDatesMovesAtMostPoints", 5,
            "withoutSponsorMovesAtMostPoints", 10));
    return new String(CanonicalJson.write(all), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> listing(String list, int guests) {
    return Map.of(
        "list",
        list,
        "query",
        "GET /v1.0/users?$filter=userType eq 'Guest'&$select=id,displayName,mail,otherMails,userPrincipalName,userType,accountEnabled,createdDateTime,signInActivity&$top=500",
        "pages",
        List.of(
            Map.of(
                "page",
                1,
                "guests",
                guests,
                "sha256",
                hash(list),
                "requestId",
                "7c0a8f5e-2f5b-4c43-9a3c-7a54e6a0f6f1")));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
