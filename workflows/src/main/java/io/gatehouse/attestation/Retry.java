package io.gatehouse.attestation;

import io.gatehouse.actor.Action;

/** An operator's word that what the lifecycle stopped for is mended: it tries again. */
public record Retry(String openingId, String actId) implements Message {
  public Retry {
    Message.whole("a retry names its openingId and its actId", openingId, actId);
  }

  @Override
  public Action action() {
    return Action.RETRY;
  }

  @Override
  public String asks() {
    return "retry";
  }
}
