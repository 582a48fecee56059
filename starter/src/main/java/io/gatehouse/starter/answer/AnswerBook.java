package io.gatehouse.starter.answer;

import io.gatehouse.evidence.Event;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Writes acts down, with their evidence, before anything follows from them. */
public final class AnswerBook {
  private final Store store;
  private final Clock clock;

  public AnswerBook(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Commits the act; from here on it survives any outage, and no effect happens before it. */
  public AnswerRow record(LifecycleRow lifecycle, Actor actor, Act act) {
    Instant now = clock.instant();
    return store.inTransaction(() -> {
      AnswerRow row = row(lifecycle, actor, act, now);
      store.answers().record(row);
      store.ledger().append(event(row, now), row.openingId());
      return store.answers().find(row.answerId()).orElseThrow();
    });
  }

  private AnswerRow row(LifecycleRow lifecycle, Actor actor, Act act, Instant now) {
    AnswerRow row =
        AnswerRow.recorded(
            UUID.randomUUID(),
            lifecycle.openingId(),
            lifecycle.guestId(),
            actor instanceof Actor.Asked asked ? asked.round() : null,
            actor.id(),
            actor.voice().name(),
            act.kind().name(),
            act.day(),
            act.reason(),
            act.named(),
            store.safety().current().mode(),
            now);
    return act instanceof Act.Extend extend ? row.extending(extend.days()) : row;
  }

  private Event event(AnswerRow row, Instant now) {
    var fields = new HashMap<String, Object>();
    fields.put("answer", row.answerId().toString());
    fields.put("opening", row.openingId().toString());
    fields.put("voice", row.actorKind());
    fields.put("choice", row.choice());
    fields.put("mode", row.mode());
    Integer round = row.round();
    if (round != null) {
      fields.put("round", round);
    }
    LocalDate until = row.keepUntil();
    if (until != null) {
      fields.put("until", until.toString());
    }
    Integer days = row.extendDays();
    if (days != null) {
      fields.put("days", days);
    }
    var personal = new HashMap<>(Map.of("actor", row.actorId(), "reason", row.reason()));
    String who = row.refersTo();
    if (who != null) {
      personal.put("refersTo", who);
    }
    return new Event(
        "answer.recorded",
        AnswerEvents.key(row, "recorded"),
        now,
        store.ledger().subjectOf(row.guestId()),
        fields,
        personal);
  }
}
