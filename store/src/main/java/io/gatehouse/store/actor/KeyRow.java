package io.gatehouse.store.actor;

import io.gatehouse.evidence.Signatures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled key; whether it counts says {@link Keyring}.
 *
 * @param kind PERSON for one person's own key, SERVICE for a process that speaks for people it has
 *     proved
 * @param publicKey base64 of the X.509 form; {@code keyId} is its hash
 * @param subject object id of the person, null for a service
 * @param role OPERATOR, APPROVER or AUDITOR, null for a service
 * @param name for people, such as the name of the machine
 */
public record KeyRow(
    String keyId,
    String kind,
    String publicKey,
    @Nullable String subject,
    @Nullable String role,
    String name,
    Instant requestedAt) {

  public static KeyRow ofPerson(
      String publicKey, String subject, String role, String name, Instant at) {
    return new KeyRow(Signatures.keyId(publicKey), "PERSON", publicKey, subject, role, name, at);
  }

  public static KeyRow ofService(String publicKey, String name, Instant at) {
    return new KeyRow(Signatures.keyId(publicKey), "SERVICE", publicKey, null, null, name, at);
  }

  public boolean service() {
    return kind.equals("SERVICE");
  }

  /** Whether what is signed with it may be in this person's name. */
  boolean speaksFor(String person, String inRole) {
    return service() || person.equals(subject) && inRole.equals(role);
  }

  /** What whoever accepts the key signs: the id stands for the key, so nothing can be swapped. */
  public String asks() {
    return "accept the key %s of %s as %s".formatted(keyId, subject, role);
  }
}
