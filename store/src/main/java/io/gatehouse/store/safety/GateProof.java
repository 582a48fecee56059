package io.gatehouse.store.safety;

import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.store.actor.ActorKeys;
import io.gatehouse.store.actor.Keyring;
import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether two people opened the gate since it was closed last, by what each of them signed: the
 * program's role could write anything else.
 */
public final class GateProof {
  private static final String ASK = "ask-to-open-gate";
  private static final String APPROVE = "approve-opening-gate";
  private static final String APPROVER = "APPROVER";
  private static final String OPERATOR = "OPERATOR";

  /** What an entry of the ledger keeps of an assertion; who made it is personal. */
  public record Signed(String role, Instant expiresAt, String keyId, String signature) {}

  private final TenantSql sql;
  private final Keyring keyring;
  private final String tenant;

  public GateProof(TenantSql sql, Keyring keyring, String tenant) {
    this.sql = sql;
    this.keyring = keyring;
    this.tenant = tenant;
  }

  /** Why an open gate counts as closed, in a sentence; empty when it is proved to be open. */
  Optional<String> flaw() {
    long closed =
        sql.sql(
                "select coalesce(max(position), 0) from evidence.entry where tenant = :tenant and kind = 'gate.closed'")
            .one(Long.class);
    if (closed == 0) {
      return Optional.empty(); // nobody ever did
    }
    return new GateRequests(sql)
        .approved()
        .map(request -> flaw(request, closed))
        .orElse(Optional.of("nobody approved that it opens"))
        .map("it was opened without two people who are proved: %s"::formatted);
  }

  private Optional<String> flaw(GateRequestRow request, long closed) {
    String first = request.askedBy();
    String second = String.valueOf(request.approvedBy());
    if (first.equalsIgnoreCase(second)) {
      return Optional.of("one person asked and approved");
    }
    return flaw(first, ASK, GateRequestRow.asking(request.reason()), request.askedNonce(), closed)
        .or(() -> flaw(second, APPROVE, request.approval(), request.approvedNonce(), closed));
  }

  private Optional<String> flaw(
      String subject, String action, String asks, @Nullable String nonce, long closed) {
    if (nonce == null) {
      return Optional.of("nothing that they signed was kept");
    }
    Optional<Signed> found = signed(nonce, closed);
    if (found.isEmpty()) {
      return Optional.of("the ledger has nothing that they signed since it was closed");
    }
    Signed signed = found.get();
    if (!signed.role().equals(APPROVER)
        && !(action.equals(ASK) && signed.role().equals(OPERATOR))) {
      return Optional.of("the role %s may not do that".formatted(signed.role()));
    }
    var claims =
        new ActorClaims(
            subject,
            signed.role(),
            action,
            ActorClaims.digest(asks),
            place(tenant),
            ActorKeys.NO_RUN,
            nonce,
            signed.expiresAt(),
            signed.keyId());
    return keyring.flaw(claims, signed.signature());
  }

  /** Where what is signed about the gate counts. */
  public static String place(String tenant) {
    return "gate/" + tenant;
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
