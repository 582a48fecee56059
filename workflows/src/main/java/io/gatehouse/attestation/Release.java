package io.gatehouse.attestation;

import io.gatehouse.actor.Action;

/** An operator's wish to go on before a hold is over. */
public record Release(String openingId, String actId) implements Message {
  public Release {
    Message.whole("a release names its openingId and its actId", openingId, actId);
  }

  @Override
  public Action action() {
    return Action.RELEASE;
  }

  @Override
  public String asks() {
    return "release";
  }
}
