package io.gatehouse.worker.safety;

import io.gatehouse.attestation.Choice;
import io.gatehouse.store.Store;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What was said about a guest and reached the lifecycle. */
final class Words {
  private Words() {}

  /** The last answer that the lifecycle accepted; acts of an operator are none. */
  static Optional<Choice> last(Store store, UUID openingId) {
    return store.answers().of(openingId).stream()
        .filter(answer -> answer.state().equals("APPLIED"))
        .flatMap(
            answer -> Arrays.stream(Choice.values()).filter(c -> c.name().equals(answer.choice())))
        .reduce((_, last) -> last);
  }
}
