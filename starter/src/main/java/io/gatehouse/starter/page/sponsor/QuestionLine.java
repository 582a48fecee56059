package io.gatehouse.starter.page.sponsor;

import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.guest.GuestRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question in the list of somebody who is asked several.
 *
 * @param answer in words, null while none was given
 * @param day by which to answer, or until when the answer can be changed; null while nobody knows
 */
record QuestionLine(
    String path,
    String guest,
    @Nullable String company,
    String why,
    @Nullable String answer,
    Calendar.@Nullable Point day) {

  /** Empty when there is nothing to say any more. */
  static Optional<QuestionLine> of(
      Asked asked, GuestRow guest, Optional<Exclusion> exclusion, Turn turn, Calendar calendar) {
    if (!(turn instanceof Turn.MaySpeak speak)) {
      return Optional.empty();
    }
    Trigger trigger = Trigger.valueOf(asked.lifecycle().trigger());
    Role role = Role.valueOf(asked.question().role());
    var consequences = new Consequences(trigger, role, asked.plan());
    Optional<AnswerRow> own = asked.own();
    return Optional.of(
        new QuestionLine(
            "/mine/%s/%d".formatted(asked.lifecycle().openingId(), asked.question().round()),
            Words.name(guest),
            guest.companyName(),
            new AskedWhy(trigger, role, guest, calendar).sentences(exclusion),
            own.map(said -> consequences.word(said.choice(), Words.choice(said.choice())))
                .orElse(null),
            own.isEmpty()
                ? calendar.dayOrNull(asked.question().answerBy())
                : calendar.momentOrNull(speak.until())));
  }
}
