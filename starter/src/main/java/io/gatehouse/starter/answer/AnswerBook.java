package io.gatehouse.starter.answer;

import io.gatehouse.actor.Action;
import io.gatehouse.evidence.Event;
import io.gatehouse.starter.actor.NotAllowed;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes acts down, with their evidence, before anything follows from them. */
public final class AnswerBook {
  private final Store store;
  private final Clock clock;
  private final @Nullable Signer signer;

  /**
   * Opens the book.
   *
   * @param signer for those who write into it; null where only what needs no proof is written
   */
  public AnswerBook(Store store, Clock clock, @Nullable Signer signer) {
    this.store = store;
    this.clock = clock;
    this.signer = signer;
  }

  /**
   * Commits the act; from here on it survives any outage, and no effect happens before it.
   *
   * @throws NotAllowed when who is proved may not do it, or nobody is proved and it needs that
   */
  public AnswerRow record(LifecycleRow lifecycle, Actor actor, Act act) {
    return record(UUID.randomUUID(), lifecycle, actor, act);
  }

  /** The same under an id that was drawn before: said twice, it is one act. */
  public AnswerRow record(UUID id, LifecycleRow lifecycle, Actor actor, Act act) {
    Instant now = clock.instant();
    mayBeSaid(actor, act.kind().action());
    notOfOneself(actor, lifecycle);
    return store.inTransaction(() -> {
      AnswerRow row = stated(row(id, lifecycle, actor, act, now), actor);
      store.answers().record(row);
      store.ledger().append(event(row, actor, now), row.openingId());
      return store
          .answers()
          .find(id)
          .filter(kept -> kept.actorId().equals(row.actorId()))
          .filter(kept -> kept.openingId().equals(row.openingId()))
          .orElseThrow(() -> new NotAllowed("That was said by somebody else already."));
    });
  }

  private static void mayBeSaid(Actor actor, Action action) {
    boolean may =
        actor.giver().map(person -> person.role().may(action)).orElse(action.needsNoProof());
    if (!may) {
      throw new NotAllowed(
          actor
              .giver()
              .map(person ->
                  "The role %s may not %s.".formatted(person.role().claim(), action.word()))
              .orElse("Who you are is not proved: without that only hold works."));
    }
  }

  private static void notOfOneself(Actor actor, LifecycleRow lifecycle) {
    if (actor
        .giver()
        .filter(person -> person.subject().equalsIgnoreCase(lifecycle.guestId()))
        .isPresent()) {
      throw new NotAllowed("Nobody decides about themselves: ask somebody else.");
    }
  }

  private AnswerRow stated(AnswerRow row, Actor actor) {
    return actor
        .giver()
        .map(giver ->
            new Statement(store)
                .made(row, giver, Objects.requireNonNull(signer, "the proved are signed for")))
        .orElse(row);
  }

  private AnswerRow row(UUID id, LifecycleRow lifecycle, Actor actor, Act act, Instant now) {
    AnswerRow row =
        AnswerRow.recorded(
            id,
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

  private Event event(AnswerRow row, Actor actor, Instant now) {
    var fields = new HashMap<String, Object>();
    fields.put("answer", row.answerId().toString());
    fields.put("opening", row.openingId().toString());
    fields.put("voice", row.actorKind());
    fields.put("choice", row.choice());
    fields.put("mode", row.mode());
    fields.put("proved", row.statement() != null);
    if (actor instanceof Actor.Asked asked) {
      fields.put("round", asked.round());
      fields.put("provedBy", asked.by().name());
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
