package io.gatehouse.attestation;

import io.gatehouse.actor.Action;

/**
 * An operator's wish that somebody else is asked.
 *
 * @param personId object id of an employee with a mailbox
 */
public record Reassign(String openingId, String actId, String personId) implements Message {
  public Reassign {
    Message.whole(
        "a reassign names its openingId, its actId and its personId", openingId, actId, personId);
  }

  @Override
  public Action action() {
    return Action.REASSIGN;
  }

  @Override
  public String asks() {
    return "reassign to " + personId;
  }
}
