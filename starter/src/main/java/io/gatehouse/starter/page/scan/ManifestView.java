package io.gatehouse.starter.page.scan;

import io.gatehouse.guest.Trigger;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.Store;
import io.gatehouse.temporal.Wire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as it stands on the page.
 *
 * @param hash hex SHA-256 of the text, computed now
 * @param recorded what the scan recorded
 * @param content null when the text is of a shape that this version does not know
 */
record ManifestView(String hash, @Nullable String recorded, @Nullable Content content) {

  /** What the text says. */
  record Content(
      Manifest manifest, List<Due> due, List<Comparison> comparisons, List<Exclusion> exclusions) {}

  /** Guests due for one trigger. */
  record Due(String words, long guests) {}

  /** Against one earlier scan. */
  record Comparison(String scan, Calendar.Point at, List<Movement> movements) {}

  /** An exclusion with names, as far as they are known. */
  record Exclusion(
      String guestId, String guest, String owner, String reason, Calendar.Point until) {}

  static ManifestView of(String text, @Nullable String recorded, Store store, Calendar calendar) {
    return new ManifestView(
        sha256(text),
        recorded,
        read(text).map(manifest -> content(manifest, store, calendar)).orElse(null));
  }

  /** Whether the text is the one the scan recorded. */
  public boolean matches() {
    return hash.equals(recorded);
  }

  private static Optional<Manifest> read(String text) {
    try {
      return Optional.of(Wire.read(text, Manifest.class));
    } catch (IllegalStateException e) {
      return Optional.empty(); // the page says so, and still hands out the text
    }
  }

  private static Content content(Manifest manifest, Store store, Calendar calendar) {
    Manifest.Limits limits = manifest.limits();
    return new Content(
        manifest,
        due(manifest.due()),
        limits == null
            ? List.of()
            : manifest.compared().stream()
                .map(before ->
                    new Comparison(
                        before.scan(),
                        calendar.moment(before.startedAt()),
                        Movement.of(manifest.counts(), before, limits)))
                .toList(),
        manifest.exclusions().stream().map(each -> exclusion(each, store, calendar)).toList());
  }

  private static List<Due> due(Map<String, Long> guests) {
    return Arrays.stream(Trigger.values())
        .filter(trigger -> guests.containsKey(trigger.name()))
        .map(trigger -> new Due(trigger.words(), guests.getOrDefault(trigger.name(), 0L)))
        .toList();
  }

  private static Exclusion exclusion(Manifest.Excluded each, Store store, Calendar calendar) {
    return new Exclusion(
        each.guest(),
        store.guests().find(each.guest()).map(Words::name).orElse(each.guest()),
        store
            .people()
            .find(each.owner())
            .map(person -> Words.firstOf(person.displayName(), person.mail(), each.owner()))
            .orElse(each.owner()),
        each.reason(),
        calendar.day(each.until()));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
