package io.gatehouse.starter.answer;

import io.gatehouse.attestation.Receipt;
import io.gatehouse.evidence.Event;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The ledger's events about what became of an answer. */
final class AnswerEvents {
  private AnswerEvents() {}

  static String key(AnswerRow answer, String what) {
    return "answer/%s/%s".formatted(answer.answerId(), what);
  }

  static Event applied(Store store, AnswerRow answer, Receipt receipt, Instant at) {
    var fields = new HashMap<String, Object>(about(answer));
    fields.put("stage", receipt.stage().name());
    Instant next = receipt.nextAt();
    if (next != null) {
      fields.put("next", next.toString());
    }
    return event(store, "applied", answer, at, fields);
  }

  static Event refused(Store store, AnswerRow answer, String refusal, Instant at) {
    var fields = new HashMap<String, Object>(about(answer));
    fields.put("refusal", refusal);
    return event(store, "refused", answer, at, fields);
  }

  private static Map<String, Object> about(AnswerRow answer) {
    return Map.of("answer", answer.answerId().toString(), "opening", answer.openingId().toString());
  }

  private static Event event(
      Store store, String what, AnswerRow answer, Instant at, Map<String, Object> fields) {
    return new Event(
        "answer." + what,
        key(answer, what),
        at,
        store.ledger().subjectOf(answer.guestId()),
        fields,
        Map.of());
  }
}
