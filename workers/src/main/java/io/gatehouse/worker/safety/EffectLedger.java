package io.gatehouse.worker.safety;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Stage;
import io.gatehouse.safety.Comparison;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.store.Store;
import io.gatehouse.store.holding.HoldingKey;
import io.gatehouse.store.holding.HoldingRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The ledger's side of an effect: intent before, proof after, refusals in between, and what is
 * missing once the account is back.
 */
final class EffectLedger {
  /** Stands for the request id when the answer to the successful attempt was lost. */
  static final String EARLIER_ATTEMPT = "answer lost, proved by reading";

  private final House house;
  private final Chronicle chronicle;

  EffectLedger(House house) {
    this.house = house;
    this.chronicle = new Chronicle(house);
  }

  /**
   * The intent that may have taken effect. One that Graph refused for good has lapsed: what
   * somebody else does afterwards must never pass for ours.
   */
  Optional<EntryRow> intent(EffectOrder order) {
    return house.store().ledger().find(order.key() + "/" + intentName(order));
  }

  void lapse(EffectOrder order) {
    if (intent(order).isPresent()) {
      Instant now = house.now();
      chronicle.append(
          order.ref(),
          "effect.lapsed",
          name(order) + "/lapsed/" + (lapsed(order) + 1),
          now,
          Map.of("effect", order.effect().name()),
          Map.of());
    }
  }

  private long lapsed(EffectOrder order) {
    String prefix = order.key() + "/lapsed/";
    return house.store().ledger().of(UUID.fromString(order.ref().openingId())).stream()
        .filter(entry -> entry.entryKey().startsWith(prefix))
        .count();
  }

  private String intentName(EffectOrder order) {
    long lapsed = lapsed(order);
    return lapsed == 0 ? "intent" : "intent/" + (lapsed + 1);
  }

  Optional<EffectOutcome.Done> proof(EffectOrder order) {
    return house.store().ledger().find(order.key() + "/proof").map(EffectLedger::done);
  }

  private static EffectOutcome.Done done(EntryRow proof) {
    Map<?, ?> body = Wire.read(proof.body(), Map.class);
    return new EffectOutcome.Done(
        Instant.parse(String.valueOf(body.get("at"))),
        String.valueOf(body.get("requestId")),
        missing(proof));
  }

  private static int missing(EntryRow entry) {
    return Wire.read(entry.body(), Map.class).get("missing") instanceof Number missing
        ? missing.intValue()
        : 0;
  }

  /**
   * No ledger, no effect: joins the transaction in which permission was asked.
   *
   * @param holdings what the guest holds, recorded before anything is taken away
   */
  void intend(EffectOrder order, Observation.Seen before, List<HoldingKey> holdings) {
    Instant now = house.now();
    append(order, "effect.intended", intentName(order), now, before, Map.of(), holdings);
    house
        .store()
        .holdings()
        .record(
            UUID.fromString(order.ref().openingId()),
            holdings.stream().map(each -> HoldingRow.seen(each, now)).toList());
  }

  EffectOutcome refused(EffectOrder order, EffectOutcome outcome) {
    Instant now = house.now();
    chronicle.append(
        order.ref(),
        "effect.refused",
        name(order) + "/refused/" + now,
        now,
        Map.of("effect", order.effect().name(), "because", Refusals.words(outcome)),
        Map.of());
    return outcome;
  }

  /**
   * @param holdings what the guest holds now, after an effect that gives back; empty after others
   */
  EffectOutcome prove(
      EffectOrder order, Observation.Seen after, String requestId, List<HoldingKey> holdings) {
    Instant now = house.now();
    List<HoldingKey> missing =
        order.effect() == Effect.ENABLE ? missing(order.ref(), holdings) : List.of();
    house
        .store()
        .inTransaction(() -> {
          house.store().holdings().missing(UUID.fromString(order.ref().openingId()), missing, now);
          append(
              order,
              "effect.proved",
              "proof",
              now,
              after,
              Map.of("requestId", requestId, "missing", missing.size()),
              missing);
          stage(order, now);
        });
    return proof(order).orElseThrow();
  }

  /** What an earlier attempt of the same comparison came to. */
  OptionalInt compared(Comparison comparison) {
    String key = comparison.ref().openingId() + "/" + name(comparison);
    return house.store().ledger().find(key).map(EffectLedger::missing).stream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /**
   * @param holdings what the guest holds now
   * @return how much of what was recorded is missing
   */
  int compare(Comparison comparison, List<HoldingKey> holdings) {
    LifecycleRef ref = comparison.ref();
    Instant now = house.now();
    List<HoldingKey> missing = missing(ref, holdings);
    house
        .store()
        .inTransaction(() -> {
          house.store().holdings().missing(UUID.fromString(ref.openingId()), missing, now);
          chronicle.append(
              ref,
              "holdings.compared",
              name(comparison),
              now,
              Map.of("because", comparison.after().words(), "missing", missing.size()),
              Map.of("guestId", ref.guestId(), "held", named(missing)));
        });
    return compared(comparison).orElseThrow();
  }

  private static String name(Comparison comparison) {
    return "compared/" + comparison.after();
  }

  private List<HoldingKey> missing(LifecycleRef ref, List<HoldingKey> holdings) {
    return house.store().holdings().of(UUID.fromString(ref.openingId())).stream()
        .map(HoldingRow::key)
        .filter(before -> !holdings.contains(before))
        .toList();
  }

  /** What the pages show from the moment of the effect on. */
  void stage(EffectOrder order, Instant now) {
    Store store = house.store();
    UUID openingId = UUID.fromString(order.ref().openingId());
    Plan plan = Wire.read(store.lifecycles().find(openingId).orElseThrow().plan(), Plan.class);
    switch (order.effect()) {
      case DISABLE ->
          store
              .lifecycles()
              .stage(
                  openingId, Stage.DISABLED.name(), "the end of the grace", now.plus(plan.grace()));
      case SOFT_DELETE ->
          store
              .lifecycles()
              .stage(
                  openingId,
                  Stage.DELETED.name(),
                  "the end of the restore window",
                  now.plus(plan.restoreWindow()));
      case RESTORE, ENABLE -> {} // the lifecycle closes next, which says it all
    }
  }

  private void append(
      EffectOrder order,
      String kind,
      String step,
      Instant now,
      Observation.Seen seen,
      Map<String, Object> more,
      List<HoldingKey> holdings) {
    var fields = new TreeMap<String, Object>(more);
    fields.put("effect", order.effect().name());
    fields.put("ordinal", order.ordinal());
    fields.put("inDirectory", seen.sight().guest().isPresent());
    fields.put("inRecycleBin", seen.sight().inRecycleBin());
    fields.put(
        "accountEnabled",
        seen.sight().guest().map(g -> Chronicle.text(g.accountEnabled())).orElse("none"));
    fields.put("holdings", holdings.size());
    chronicle.append(
        order.ref(),
        kind,
        name(order) + "/" + step,
        now,
        fields,
        Map.of(
            "guestId",
            order.ref().guestId(),
            "held",
            named(holdings),
            "evidence",
            seen.sight().evidence().toString()));
  }

  private static String named(List<HoldingKey> holdings) {
    return holdings.stream()
        .map(each -> each.kind() + ":" + each.objectId())
        .collect(Collectors.joining(" "));
  }

  /** The key without its opening, which the chronicle puts in front. */
  private static String name(EffectOrder order) {
    return order.effect() + "/" + order.ordinal();
  }
}
