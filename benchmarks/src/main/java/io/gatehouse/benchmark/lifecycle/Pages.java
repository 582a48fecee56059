package io.gatehouse.benchmark.lifecycle;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.attestation.Decision;
import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.actor.KeyRow;
import io.gatehouse.store.database.Database;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.House;
import java.util.UUID;

/** Pages that sign for sponsors with a key that counts: workers check it in earnest. */
final class Pages {
  private final House house;
  private final SigningKey key = SigningKey.generate();

  /**
   * @param database where the owner of the schema lets the key count
   */
  Pages(House house, String database) {
    this.house = house;
    house.store().actorKeys().request(KeyRow.ofService(key.publicKey(), "benchmark", house.now()));
    try (var owner = Database.open(database, TestDatabase.OWNER, TestDatabase.PASSWORD)) {
      new Store(owner, house.tenant()).actorKeys().root(key.id(), "a benchmark", house.now());
    }
  }

  Assertion signed(LifecycleRef ref, String sponsor, Decision decision) {
    var claims =
        new ActorClaims(
            sponsor,
            AppRole.SPONSOR.name(),
            decision.action().word(),
            ActorClaims.digest(decision.asks()),
            WorkflowIds.guest(ref),
            ref.openingId(),
            UUID.randomUUID().toString(),
            house.now().plusSeconds(900),
            key.id());
    return new Assertion(
        sponsor,
        AppRole.SPONSOR,
        claims.action(),
        claims.digest(),
        claims.workflowId(),
        claims.openingId(),
        claims.nonce(),
        claims.expiresAt(),
        claims.keyId(),
        key.sign(claims.bytes()));
  }
}
