package io.gatehouse.demo.check;

import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.store.Store;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the tenant's own audit log against the ledger. */
final class EffectProofs {
  private final Store store;

  EffectProofs(Store store) {
    this.store = store;
  }

  Invariant check(List<AuditEntry> effects) {
    var broken = new ArrayList<String>();
    effects.stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.targetId() + " " + entry.activity(), Collectors.counting()))
        .forEach((effect, times) -> {
          if (times > 1) {
            broken.add("%s happened %d times".formatted(effect, times));
          }
        });
    for (AuditEntry effect : effects) {
      String missing = missing(effect);
      if (!missing.isEmpty()) {
        broken.add("%s of %s has no %s".formatted(effect.activity(), effect.targetId(), missing));
      }
    }
    return new Invariant(
        "each of %d effects happened once, with intent and proof in the ledger"
            .formatted(effects.size()),
        broken);
  }

  /** The proof must carry the very request id that the tenant wrote down. */
  private String missing(AuditEntry effect) {
    String name =
        switch (effect.activity()) {
          case AuditEntry.DISABLE -> "DISABLE";
          case AuditEntry.DELETE -> "SOFT_DELETE";
          case AuditEntry.RESTORE -> "RESTORE";
          case AuditEntry.ENABLE -> "ENABLE";
          default -> "unknown";
        };
    List<EntryRow> entries =
        store.lifecycleList().ofGuest(effect.targetId()).stream()
            .map(LifecycleRow::openingId)
            .flatMap(opening -> store.ledger().of(opening).stream())
            .filter(entry -> entry.entryKey().contains("/" + name + "/"))
            .toList();
    if (entries.stream().noneMatch(entry -> entry.kind().equals("effect.intended"))) {
      return "intent";
    }
    return entries.stream()
            .filter(entry -> entry.kind().equals("effect.proved"))
            .noneMatch(entry -> entry.body().contains("\"" + effect.requestId() + "\""))
        ? "proof with request id " + effect.requestId()
        : "";
  }
}
