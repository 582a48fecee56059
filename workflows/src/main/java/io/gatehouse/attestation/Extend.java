package io.gatehouse.attestation;

import io.gatehouse.actor.Action;

/**
 * An operator's wish that the person asked, or the guest, gets more time.
 *
 * @param days how long the current date moves out, at least 1
 */
public record Extend(String openingId, String actId, int days) implements Message {
  public Extend {
    Message.whole("an extend names its openingId and its actId", openingId, actId);
  }

  @Override
  public Action action() {
    return Action.EXTEND;
  }

  @Override
  public String asks() {
    return "extend by %d days".formatted(days);
  }
}
