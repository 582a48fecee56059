package io.gatehouse.starter.codec;

import io.gatehouse.evidence.Event;
import io.gatehouse.store.Store;
import io.gatehouse.temporal.codec.PayloadCipher;
import io.temporal.api.common.v1.Payload;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the ledger who had payloads decoded, of which workflow and how many, never what stood
 * in them. One entry per request and workflow: one view of a page decodes dozens of payloads.
 */
public final class DecodeAudit {
  private final Store store;
  private final String guests;
  private final Clock clock;

  public DecodeAudit(Store store, String tenant, Clock clock) {
    this.store = store;
    this.guests = "guest/" + tenant + "/";
    this.clock = clock;
  }

  /** What was plain already was not decoded, and is not told. */
  void record(List<Payload> asked, String who) {
    Map<String, Long> byWorkflow =
        asked.stream()
            .filter(PayloadCipher::isEncrypted)
            .collect(
                Collectors.groupingBy(
                    PayloadCipher::workflowOf, TreeMap::new, Collectors.counting()));
    Instant now = clock.instant();
    store.inTransaction(() ->
        byWorkflow.forEach((workflow, payloads) ->
            store.ledger().append(event(workflow, payloads, who, now), null)));
  }

  /**
   * A workflow's id holds a person's object id, which stands in the ledger as a commitment only.
   */
  private Event event(String workflow, long payloads, String who, Instant at) {
    return new Event(
        "payloads.decoded",
        "decode/" + UUID.randomUUID(),
        at,
        subject(workflow),
        Map.of("payloads", payloads),
        Map.of("actor", who, "workflow", workflow.isEmpty() ? "none" : workflow));
  }

  private @Nullable String subject(String workflow) {
    return workflow.startsWith(guests)
        ? store.ledger().subjectOf(workflow.substring(guests.length()))
        : null;
  }
}
