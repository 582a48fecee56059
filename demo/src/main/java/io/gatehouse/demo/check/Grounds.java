package io.gatehouse.demo.check;

import io.gatehouse.guest.Trigger;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.util.ArrayList;
import java.util.List;

/** That each account was taken on somebody's word, or on a silence that counts. */
final class Grounds {
  private final Store store;

  Grounds(Store store) {
    this.store = store;
  }

  /**
   * @param effects what our registrations did, by the tenant's own account
   */
  Invariant check(List<AuditEntry> effects) {
    var broken = new ArrayList<String>();
    int words = 0;
    int silences = 0;
    for (AuditEntry disable :
        effects.stream().filter(e -> e.activity().equals(AuditEntry.DISABLE)).toList()) {
      LifecycleRow lifecycle = lifecycleAt(disable);
      if (spoken(lifecycle, disable)) {
        words++;
      } else if (silenceCounts(lifecycle)) {
        silences++;
      } else {
        broken.add("%s was disabled without a ground".formatted(lifecycle));
      }
    }
    return new Invariant(
        "each disable had a ground: somebody's word (%d) or a silence that counts (%d)"
            .formatted(words, silences),
        broken);
  }

  private LifecycleRow lifecycleAt(AuditEntry disable) {
    return store.lifecycleList().ofGuest(disable.targetId()).stream()
        .filter(row -> !row.openedAt().isAfter(disable.at()))
        .findFirst()
        .orElseThrow();
  }

  private boolean spoken(LifecycleRow lifecycle, AuditEntry disable) {
    return store.answers().of(lifecycle.openingId()).stream()
        .filter(answer -> !answer.answeredAt().isAfter(disable.at()))
        .map(AnswerRow::choice)
        .anyMatch("REMOVE"::equals);
  }

  private boolean silenceCounts(LifecycleRow lifecycle) {
    List<QuestionRow> questions = store.questions().of(lifecycle.openingId());
    return Trigger.valueOf(lifecycle.trigger()).mayEndInSilence()
        && !questions.isEmpty()
        && questions.stream().allMatch(QuestionRow::delivered)
        && !questions.getLast().role().equals(Role.STEWARD.name());
  }
}
