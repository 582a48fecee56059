package io.gatehouse.rehearsal;

import io.gatehouse.actor.ActorActivities;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.actor.SenderCheck;

/** Believes every signature but one that says of itself that it is forged. */
final class FakeActors implements ActorActivities {
  static final String FORGED = "forged";

  private final Journal journal;
  private final Script script;

  FakeActors(Journal journal, Script script) {
    this.journal = journal;
    this.script = script;
  }

  @Override
  public Sender proveSender(SenderCheck check) {
    script.play("proveSender");
    Assertion assertion = check.assertion();
    if (assertion == null || assertion.signature().equals(FORGED)) {
      journal.write("not proved: " + check.asks());
      return new Sender.NotProved(
          assertion == null ? "nobody signed it" : "the signature does not belong to it");
    }
    return new Sender.Proved(assertion.subject(), assertion.role());
  }
}
