package io.gatehouse.worker.actor;

import io.gatehouse.actor.ActorActivities;
import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Holds assertions against the enrolled keys; what came of it stands in the ledger. */
public final class SenderProver implements ActorActivities {
  private final House house;
  private final Chronicle chronicle;

  public SenderProver(House house) {
    this.house = house;
    this.chronicle = new Chronicle(house);
  }

  @Override
  public Sender proveSender(SenderCheck check) {
    return house
        .store()
        .inTransaction(() -> {
          Sender sender = sender(check);
          record(check, sender);
          return sender;
        });
  }

  private Sender sender(SenderCheck check) {
    Assertion assertion = check.assertion();
    if (assertion == null) {
      return new Sender.NotProved("nobody signed it");
    }
    return SenderRules.misfit(check, assertion)
        .or(() -> house.store().keyring().flaw(claims(assertion), assertion.signature()))
        .or(() -> notAsked(check, assertion))
        .or(() -> used(check, assertion))
        .<Sender>map(Sender.NotProved::new)
        .orElseGet(() -> new Sender.Proved(assertion.subject(), assertion.role()));
  }

  private static ActorClaims claims(Assertion signed) {
    return new ActorClaims(
        signed.subject(),
        signed.role().name(),
        signed.action(),
        signed.digest(),
        signed.workflowId(),
        signed.openingId(),
        signed.nonce(),
        signed.expiresAt(),
        signed.keyId());
  }

  private Optional<String> notAsked(SenderCheck check, Assertion assertion) {
    if (assertion.role() != AppRole.SPONSOR) {
      return Optional.empty();
    }
    boolean asked =
        house
            .store()
            .questions()
            .find(UUID.fromString(check.ref().openingId()), check.round())
            .map(QuestionRow::sponsorId)
            .filter(assertion.subject()::equals)
            .isPresent();
    return asked ? Optional.empty() : Optional.of("it is not who was asked this question");
  }

  /** The last of all: what is refused for another reason uses nothing up. */
  private Optional<String> used(SenderCheck check, Assertion assertion) {
    String update = check.ref().openingId() + "/" + check.updateId();
    return house.store().actorKeys().use(assertion.nonce(), update, house.now())
        ? Optional.empty()
        : Optional.of("what was signed has been used for something else");
  }

  private void record(SenderCheck check, Sender sender) {
    Instant now = house.now();
    Map<String, Object> asked =
        Map.of(
            "update", check.updateId(),
            "action", check.action().word(),
            // Whom a reassign names is personal.
            "digest", ActorClaims.digest(check.asks()));
    switch (sender) {
      case Sender.Proved proved ->
          chronicle.append(
              check.ref(),
              "sender.proved",
              key(check),
              now,
              with(asked, signed(check), "role", proved.role().name()),
              Map.of("actor", proved.subject()));
      case Sender.NotProved not ->
          chronicle.append(
              check.ref(),
              "sender.unproved",
              key(check),
              now,
              with(asked, Map.of(), "why", not.reason()),
              Map.of("asked", check.asks()));
    }
  }

  /** Enough to check the signature again, together with the person that is committed to. */
  private static Map<String, Object> signed(SenderCheck check) {
    Assertion assertion = check.assertion();
    return assertion == null
        ? Map.of()
        : Map.of(
            "keyId", assertion.keyId(),
            "nonce", assertion.nonce(),
            "expires", assertion.expiresAt().toString(),
            "signature", assertion.signature());
  }

  private static Map<String, Object> with(
      Map<String, Object> asked, Map<String, Object> signed, String name, String value) {
    var fields = new TreeMap<String, Object>(asked);
    fields.putAll(signed);
    fields.put(name, value);
    return fields;
  }

  private static String key(SenderCheck check) {
    return "sender/" + check.updateId();
  }
}
