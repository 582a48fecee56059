package io.gatehouse.attestation;

import io.gatehouse.actor.Action;

/** An operator's wish that the account is given back as it was; the lifecycle ends with it. */
public record Restore(String openingId, String actId) implements Message {
  public Restore {
    Message.whole("a restore names its openingId and its actId", openingId, actId);
  }

  @Override
  public Action action() {
    return Action.RESTORE;
  }

  @Override
  public String asks() {
    return "restore";
  }
}
