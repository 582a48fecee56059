package io.gatehouse.starter.page.sponsor;

import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Plan;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.LinkRow;
import io.gatehouse.store.attestation.LinkToken;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a link leads to: one person, one question, and all that was said in its lifecycle.
 *
 * @param answers of the whole lifecycle that were not refused, in the order they came
 * @param disabled whether this lifecycle has disabled the account
 */
record Asked(
    LinkRow link,
    LifecycleRow lifecycle,
    QuestionRow question,
    List<QuestionRow> rounds,
    List<AnswerRow> answers,
    boolean disabled) {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

  /** Empty for a token that is malformed, unknown or expired: nobody learns which. */
  static Optional<Asked> find(String token, Store store, Instant now) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return store
        .links()
        .find(LinkToken.hash(token))
        .filter(link -> now.isBefore(link.expiresAt()))
        .flatMap(link -> find(link, store));
  }

  private static Optional<Asked> find(LinkRow link, Store store) {
    var lifecycle = store.lifecycles().find(link.openingId());
    var question = store.questions().find(link.openingId(), link.round());
    if (lifecycle.isEmpty() || question.isEmpty()) {
      return Optional.empty();
    }
    var ref = new LifecycleRef("", lifecycle.get().guestId(), link.openingId().toString());
    String proof = new EffectOrder(ref, Effect.DISABLE, 1).key() + "/proof";
    return Optional.of(
        new Asked(
            link,
            lifecycle.get(),
            question.get(),
            store.questions().of(link.openingId()),
            store.answers().of(link.openingId()).stream()
                .filter(answer -> !answer.state().equals("REFUSED"))
                .toList(),
            store.ledger().find(proof).isPresent()));
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
        && round == link.round()
        && answer.actorId().equals(link.sponsorId());
  }

  boolean isCurrentRound() {
    return rounds.stream().allMatch(round -> round.round() <= link.round());
  }
}
