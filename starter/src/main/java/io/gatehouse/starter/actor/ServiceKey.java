package io.gatehouse.starter.actor;

import io.gatehouse.evidence.SigningKey;
import io.gatehouse.store.Store;
import io.gatehouse.store.actor.KeyRow;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The key of the pages on this machine: made at their first start, counting once it is rooted. */
public final class ServiceKey {
  private ServiceKey() {}

  /** The key, enrolled; whether it counts yet says {@link #flaw}. */
  public static Signer open(Path file, Store store, Clock clock) {
    SigningKey key = KeyFile.read(file).orElseGet(() -> KeyFile.create(file));
    new Enrolment(store, clock).requestService(key, "pages");
    return Signer.ofService(key, clock);
  }

  /** Why nothing is signed for anybody yet; empty when all is well. */
  public static Optional<String> flaw(Signer signer, Store store) {
    KeyRow key = store.actorKeys().find(signer.keyId()).orElseThrow();
    return store
        .keyring()
        .keyFlaw(key)
        .map(flaw ->
            "The pages' key %s cannot prove anybody: %s. Answers are recorded and wait. The owner of the schema lets it count: ./gatehouse key bootstrap %s --reason …"
                .formatted(key.keyId().substring(0, 12), flaw, key.keyId().substring(0, 12)));
  }
}
