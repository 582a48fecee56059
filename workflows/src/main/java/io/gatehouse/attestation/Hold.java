package io.gatehouse.attestation;

import io.gatehouse.actor.Action;
import java.time.Instant;

/**
 * An operator's wish that nothing happens to a guest until a date. Deadlines move out by the time
 * on hold.
 */
public record Hold(String openingId, String actId, Instant until) implements Message {
  public Hold {
    Message.whole("a hold names its openingId, its actId and its until", openingId, actId, until);
  }

  @Override
  public Action action() {
    return Action.HOLD;
  }

  @Override
  public String asks() {
    return "hold until " + until;
  }
}
