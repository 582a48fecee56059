package io.gatehouse.evidence;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and must be provable later.
 *
 * @param kind what happened, such as {@code guest.disable.intended}
 * @param key names this event once per tenant; a second event of the same key is the same event
 * @param at when, from the program's clock; stands in the body as an RFC 3339 UTC string
 * @param subject the random reference of the person it is about; null when it is about nobody
 * @param fields what anybody may read: strings, integers, booleans, lists and maps of those
 * @param personal personal values by field; only commitments to them enter the body
 */
public record Event(
    String kind,
    String key,
    Instant at,
    @Nullable String subject,
    Map<String, Object> fields,
    Map<String, String> personal) {

  private static final Set<String> OWN_FIELDS = Set.of("kind", "key", "at", "subject");

  public Event {
    fields = Map.copyOf(fields);
    personal = storable(personal);
    for (var field : personal.keySet()) {
      refuseIf(fields.containsKey(field), field, key);
    }
    for (var field : OWN_FIELDS) {
      refuseIf(fields.containsKey(field) || personal.containsKey(field), field, key);
    }
  }

  /**
   * Fixes the event's bytes: draws one salt per personal field and replaces each value by its
   * commitment.
   */
  public SealedEvent seal(SecureRandom random) {
    var content = new TreeMap<String, Object>(fields);
    content.put("kind", kind);
    content.put("key", key);
    content.put("at", at.toString());
    if (subject != null) {
      content.put("subject", subject);
    }
    List<Disclosure> disclosures = new ArrayList<>();
    new TreeMap<>(personal)
        .forEach((field, value) -> {
          var salt = Commitment.salt(random);
          content.put(field, Map.of("commitment", Commitment.to(value, salt)));
          disclosures.add(new Disclosure(field, HexFormat.of().formatHex(salt), value));
        });
    var body = CanonicalJson.write(content);
    return new SealedEvent(
        key, new String(body, StandardCharsets.UTF_8), SealedEvent.leafHash(body), disclosures);
  }

  private static void refuseIf(boolean twice, String field, String key) {
    if (twice) {
      throw new IllegalArgumentException(
          "field %s of event %s is given twice".formatted(field, key));
    }
  }

  private static Map<String, String> storable(Map<String, String> personal) {
    var clean = new TreeMap<String, String>();
    personal.forEach((field, value) -> clean.put(field, Text.storable(value)));
    return Map.copyOf(clean);
  }

  /** Never shows personal values: a record's own text would carry them into logs. */
  @Override
  public String toString() {
    return "Event[%s %s at %s]".formatted(kind, key, at);
  }
}
