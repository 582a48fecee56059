package io.gatehouse.attestation;

import io.gatehouse.actor.Action;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recorded answer on its way into a lifecycle. The typed reason stays in the store.
 *
 * @param openingId the opening it answers: an old answer never reaches a newer lifecycle
 * @param answerId the committed row, also the Update's id
 * @param round the asking it answers, 0 when nobody was asked
 * @param keepUntil last day of keeping, for {@link Choice#KEEP}
 */
public record Decision(
    String openingId,
    String answerId,
    Voice voice,
    int round,
    Choice choice,
    @Nullable LocalDate keepUntil)
    implements Message {
  public Decision {
    Message.whole(
        "a decision names its openingId, its answerId, its voice and its choice",
        openingId,
        answerId,
        voice,
        choice);
  }

  @Override
  public Action action() {
    return Action.DECIDE;
  }

  @Override
  public String asks() {
    return "decide %s until %s, as %s in round %d".formatted(choice, keepUntil, voice, round);
  }
}
