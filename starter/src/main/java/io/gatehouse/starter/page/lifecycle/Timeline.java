package io.gatehouse.starter.page.lifecycle;

import io.gatehouse.starter.answer.ActKind;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lifecycle as the ledger tells it. Who said what stands in erasable tables: after an erasure the
 * steps remain, without the words.
 */
public final class Timeline {
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  private final Store store;
  private final Calendar calendar;

  public Timeline(Store store, Calendar calendar) {
    this.store = store;
    this.calendar = calendar;
  }

  public List<Step> of(LifecycleRow lifecycle) {
    Map<String, AnswerRow> answers =
        store.answers().of(lifecycle.openingId()).stream()
            .collect(Collectors.toMap(row -> row.answerId().toString(), Function.identity()));
    Map<String, QuestionRow> questions =
        store.questions().of(lifecycle.openingId()).stream()
            .collect(Collectors.toMap(row -> Integer.toString(row.round()), Function.identity()));
    return store.ledger().of(lifecycle.openingId()).stream()
        .map(entry -> step(entry, answers, questions))
        .toList();
  }

  private Step step(
      EntryRow entry, Map<String, AnswerRow> answers, Map<String, QuestionRow> questions) {
    var fields = new TreeMap<String, String>();
    ((Map<?, ?>) Wire.read(entry.body(), Map.class))
        .forEach((name, value) -> {
          if (!(value instanceof Map)) { // a commitment says nothing to a reader
            fields.put(String.valueOf(name), readable(String.valueOf(value)));
          }
        });
    AnswerRow answer = answers.get(fields.getOrDefault("answer", ""));
    QuestionRow question = questions.get(fields.getOrDefault("round", ""));
    var details = new ArrayList<Step.Detail>();
    if (entry.kind().equals("answer.recorded") && answer != null) {
      describe(answer, details);
    } else if (entry.kind().equals("question.asked") && question != null) {
      details.add(new Step.Detail("asked", person(question.sponsorId())));
    }
    StepWords.details(entry.kind(), fields).forEach(details::add);
    return new Step(
        calendar.moment(entry.recordedAt()),
        StepWords.tone(entry.kind(), fields),
        StepWords.title(entry.kind(), fields),
        details,
        entry.position(),
        entry.leafHash().substring(0, 12));
  }

  /** The ledger's instants as people read dates. */
  private String readable(String value) {
    return INSTANT.matcher(value).matches() ? calendar.moment(Instant.parse(value)).words() : value;
  }

  private void describe(AnswerRow answer, List<Step.Detail> details) {
    boolean operator = answer.actorKind().equals("OPERATOR");
    details.add(
        new Step.Detail(
            "by", operator ? "operator " + answer.actorId() : person(answer.actorId())));
    LocalDate until = answer.keepUntil();
    if (until != null) {
      details.add(new Step.Detail("until", calendar.day(until).words()));
    }
    details.add(new Step.Detail("reason", answer.reason()));
    String who = answer.refersTo();
    if (who != null) {
      boolean byId = answer.choice().equals(ActKind.REASSIGN.name());
      details.add(new Step.Detail("named instead", byId ? person(who) : who));
    }
  }

  private String person(String id) {
    return store
        .people()
        .find(id)
        .map(person -> Words.firstOf(person.displayName(), person.mail(), id))
        .orElse(id.toLowerCase(Locale.ROOT));
  }
}
