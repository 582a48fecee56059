package io.gatehouse.store.safety;

import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.store.actor.ActorKeys;
import io.gatehouse.store.actor.Keyring;
import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people signed about the tenant as a whole, as the ledger keeps it: the program's role could
 * write anything else.
 */
public final class SignedActs {
  /**
   * One act.
   *
   * @param subject who is said to have signed it
   * @param asks what it asks for, in its fixed words
   * @param place where it counts
   * @param roles that may do it
   */
  public record Act(String subject, String action, String asks, String place, Set<String> roles) {}

  /** What an entry of the ledger keeps of an assertion; who made it is personal. */
  public record Signed(String role, Instant expiresAt, String keyId, String signature) {}

  private final TenantSql sql;
  private final Keyring keyring;

  SignedActs(TenantSql sql, Keyring keyring) {
    this.sql = sql;
    this.keyring = keyring;
  }

  /**
   * Why it is not proved that somebody signed this, as a clause; empty when it is.
   *
   * @param after an entry of the ledger that has to stand before what they signed, 0 for none
   */
  Optional<String> flaw(Act act, @Nullable String nonce, long after) {
    if (nonce == null) {
      return Optional.of("nothing that they signed was kept");
    }
    return signed(nonce, after)
        .map(signed -> flaw(act, nonce, signed))
        .orElse(Optional.of("the ledger has nothing that they signed since then"));
  }

  private Optional<String> flaw(Act act, String nonce, Signed signed) {
    if (!act.roles().contains(signed.role())) {
      return Optional.of("the role %s may not do that".formatted(signed.role()));
    }
    var claims =
        new ActorClaims(
            act.subject(),
            signed.role(),
            act.action(),
            ActorClaims.digest(act.asks()),
            act.place(),
            ActorKeys.NO_RUN,
            nonce,
            signed.expiresAt(),
            signed.keyId());
    return keyring.flaw(claims, signed.signature());
  }

  private Optional<Signed> signed(String nonce, long after) {
    return sql.sql(
            """
            select body::jsonb ->> 'role' as role, (body::jsonb ->> 'expires')::timestamptz as expires_at,
              body::jsonb ->> 'keyId' as key_id, body::jsonb ->> 'signature' as signature
            from evidence.entry
            where tenant = :tenant and entry_key = 'sender/' || :nonce and position > :after
            """)
        .with("nonce", nonce)
        .with("after", after)
        .find(Signed.class);
  }
}
