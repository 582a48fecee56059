package io.gatehouse.starter.answer;

import io.gatehouse.actor.Assertion;
import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.evidence.CanonicalJson;
import io.gatehouse.evidence.Text;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the giver of an answer signed when they gave it. An answer may be delivered long after, and
 * is signed anew then; without a statement that holds it is nobody's.
 */
final class Statement {
  private final Store store;

  Statement(Store store) {
    this.store = store;
  }

  /** The answer with what its giver signs. */
  AnswerRow made(AnswerRow answer, Person giver, Signer signer) {
    Assertion signed =
        signer.sign(
            giver,
            ActKind.of(answer).action(),
            asks(answer),
            place(answer),
            answer.openingId().toString());
    return answer.stated(Wire.write(signed));
  }

  /** Whom the statement proves; nobody when there is none or it is about something else. */
  Optional<Person> giver(AnswerRow answer) {
    String text = answer.statement();
    if (text == null) {
      return Optional.empty();
    }
    Assertion signed = Wire.read(text, Assertion.class);
    boolean holds =
        signed.action().equals(ActKind.of(answer).action().word())
            && signed.digest().equals(ActorClaims.digest(asks(answer)))
            && signed.workflowId().equals(place(answer))
            && signed.openingId().equals(answer.openingId().toString())
            && signed.subject().equals(answer.actorId())
            && signed.expiresAt().isAfter(answer.answeredAt())
            && store.keyring().flaw(Signer.claims(signed), signed.signature()).isEmpty();
    return holds ? Optional.of(new Person(signed.subject(), signed.role())) : Optional.empty();
  }

  /** Signed with a key that does not count yet, and may one day. */
  boolean pending(AnswerRow answer) {
    String text = answer.statement();
    return text != null && store.keyring().pending(Wire.read(text, Assertion.class).keyId());
  }

  private String place(AnswerRow answer) {
    return WorkflowIds.guest(
        new LifecycleRef(store.tenant(), answer.guestId(), answer.openingId().toString()));
  }

  /** Everything that was said; the words of a message to a lifecycle are others. */
  private static String asks(AnswerRow answer) {
    var said = new TreeMap<String, Object>();
    said.put("answer", answer.answerId().toString());
    said.put("choice", answer.choice());
    said.put("voice", answer.actorKind());
    said.put("reason", Text.storable(answer.reason()));
    Integer round = answer.round();
    if (round != null) {
      said.put("round", round);
    }
    LocalDate until = answer.keepUntil();
    if (until != null) {
      said.put("until", until.toString());
    }
    Integer days = answer.extendDays();
    if (days != null) {
      said.put("days", days);
    }
    String who = answer.refersTo();
    if (who != null) {
      said.put("refersTo", Text.storable(who));
    }
    return new String(CanonicalJson.write(said), StandardCharsets.UTF_8);
  }
}
