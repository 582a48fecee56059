package io.gatehouse.store.actor;

import io.gatehouse.evidence.Signatures;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which keys trust reaches: those that the owner of the schema rooted, and a person's that two
 * approvers accepted whose own keys it reaches. One approver alone could be anybody. Pure.
 */
final class Trust {
  private static final String APPROVER = "APPROVER";

  /** As many as open the gate: whoever makes a person up needs somebody else for it. */
  private static final int ACCEPTED_BY = 2;

  private final Map<String, KeyRow> keys;
  private final Map<String, List<AcceptanceRow>> acceptances;
  private final Set<String> reached;

  /**
   * @param acceptances those that were given before the key that signed them was revoked
   */
  Trust(
      Collection<KeyRow> keys,
      Set<String> roots,
      Collection<AcceptanceRow> acceptances,
      String tenant) {
    this.keys =
        keys.stream()
            .filter(Trust::isItself)
            .collect(Collectors.toMap(KeyRow::keyId, Function.identity()));
    this.acceptances =
        acceptances.stream()
            .filter(each -> isSigned(each, tenant))
            .collect(Collectors.groupingBy(AcceptanceRow::keyId));
    this.reached = new HashSet<>(roots);
    this.reached.retainAll(this.keys.keySet());
    while (reached.addAll(accepted())) {
      // Whoever was reached may have accepted others.
    }
  }

  boolean reaches(KeyRow key) {
    return reached.contains(key.keyId());
  }

  /** How many different approvers whose keys are reached accepted it. */
  int vouching(KeyRow key) {
    return (int)
        acceptances.getOrDefault(key.keyId(), List.of()).stream()
            .filter(each -> reached.contains(each.signedBy()))
            .map(AcceptanceRow::subject)
            .distinct()
            .count();
  }

  /** The key was not exchanged in the database: its name is its hash. */
  static boolean isItself(KeyRow key) {
    return Signatures.keyId(key.publicKey()).equals(key.keyId());
  }

  private Set<String> accepted() {
    return keys.values().stream()
        .filter(key -> !key.service() && vouching(key) >= ACCEPTED_BY)
        .map(KeyRow::keyId)
        .collect(Collectors.toSet());
  }

  private boolean isSigned(AcceptanceRow acceptance, String tenant) {
    KeyRow key = keys.get(acceptance.keyId());
    KeyRow by = keys.get(acceptance.signedBy());
    return key != null
        && by != null
        && acceptance.role().equals(APPROVER)
        && !acceptance.subject().equalsIgnoreCase(key.subject()) // nobody vouches for themselves
        && by.speaksFor(acceptance.subject(), acceptance.role())
        && Signatures.verify(
            by.publicKey(), acceptance.claims(key, tenant).bytes(), acceptance.signature());
  }
}
