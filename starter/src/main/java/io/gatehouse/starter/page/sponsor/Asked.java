package io.gatehouse.starter.page.sponsor;

import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Plan;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One person who is proved, one question, and all that was said in its lifecycle.
 *
 * @param answers of the whole lifecycle that were not refused, in the order they came
 * @param disabled whether this lifecycle has disabled the account
 */
record Asked(
    Actor.Asked who,
    LifecycleRow lifecycle,
    QuestionRow question,
    List<QuestionRow> rounds,
    List<AnswerRow> answers,
    boolean disabled) {

  /** Empty where nobody asked this person. */
  static Optional<Asked> find(Actor.Asked who, UUID openingId, Store store) {
    var lifecycle = store.lifecycles().find(openingId);
    var question =
        store
            .questions()
            .find(openingId, who.round())
            .filter(asked -> asked.sponsorId().equals(who.personId()));
    if (lifecycle.isEmpty() || question.isEmpty()) {
      return Optional.empty();
    }
    var ref = new LifecycleRef("", lifecycle.get().guestId(), openingId.toString());
    String proof = new EffectOrder(ref, Effect.DISABLE, 1).key() + "/proof";
    return Optional.of(
        new Asked(
            who,
            lifecycle.get(),
            question.get(),
            store.questions().of(openingId),
            store.answers().of(openingId).stream()
                .filter(answer -> !answer.state().equals("REFUSED"))
                .toList(),
            store.ledger().find(proof).isPresent()));
  }

  /** The same question after something was said. */
  Asked again(Store store) {
    return find(who, lifecycle.openingId(), store).orElse(this);
  }

  Plan plan() {
    return Wire.read(lifecycle.plan(), Plan.class);
  }

  /** The last thing this person said here. */
  Optional<AnswerRow> own() {
    return answers.stream().filter(this::isOwn).reduce((_, newest) -> newest);
  }

  /** The last decision in this lifecycle, whoever made it. */
  Optional<AnswerRow> decision() {
    return answers.stream()
        .filter(answer -> answer.choice().equals("KEEP") || answer.choice().equals("REMOVE"))
        .reduce((_, newest) -> newest);
  }

  boolean isOwn(AnswerRow answer) {
    Integer round = answer.round();
    return answer.actorKind().equals(Voice.SPONSOR.name())
        && round != null
        && round == who.round()
        && answer.actorId().equals(who.personId());
  }

  boolean isCurrentRound() {
    return rounds.stream().allMatch(round -> round.round() <= who.round());
  }
}
