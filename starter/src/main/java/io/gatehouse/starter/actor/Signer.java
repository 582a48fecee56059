package io.gatehouse.starter.actor;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.Assertion;
import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.evidence.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs for people: a service's key for whoever it has proved, a person's key for that person. */
public final class Signer {
  /** Signed when it is sent: longer than any clock differs, shorter than anybody keeps it. */
  private static final Duration VALID = Duration.ofMinutes(15);

  private final SigningKey key;
  private final @Nullable Person owner;
  private final Clock clock;

  private Signer(SigningKey key, @Nullable Person owner, Clock clock) {
    this.key = key;
    this.owner = owner;
    this.clock = clock;
  }

  public static Signer ofService(SigningKey key, Clock clock) {
    return new Signer(key, null, clock);
  }

  public static Signer of(Person owner, SigningKey key, Clock clock) {
    return new Signer(key, owner, clock);
  }

  public String keyId() {
    return key.id();
  }

  public boolean speaksFor(Person person) {
    return owner == null || owner.equals(person);
  }

  /**
   * Signs.
   *
   * @param asks what is asked for, in its fixed words
   * @param place where it may count, such as a workflow id
   * @param openingId which run of it
   */
  public Assertion sign(Person who, Action action, String asks, String place, String openingId) {
    var claims =
        new ActorClaims(
            who.subject(),
            who.role().name(),
            action.word(),
            ActorClaims.digest(asks),
            place,
            openingId,
            UUID.randomUUID().toString(),
            clock.instant().plus(VALID),
            key.id());
    return new Assertion(
        who.subject(),
        who.role(),
        claims.action(),
        claims.digest(),
        claims.workflowId(),
        claims.openingId(),
        claims.nonce(),
        claims.expiresAt(),
        claims.keyId(),
        key.sign(claims.bytes()));
  }

  /** What the signature of an assertion covers. */
  public static ActorClaims claims(Assertion signed) {
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
}
