package io.gatehouse.store.safety;

import io.gatehouse.store.actor.Keyring;
import io.gatehouse.store.database.TenantSql;
import io.gatehouse.store.policy.PolicyRow;
import io.gatehouse.store.safety.SignedActs.Act;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody who may do so put the policy in force there, with the mode that is said to hold:
 * the program's role could write another one, or an old one once more.
 */
public final class PolicyProof {
  static final String OBSERVE = "OBSERVE";

  private static final String APPLY = "apply-policy";

  /**
   * The newest version.
   *
   * @param digest of the body as it stands there
   * @param earlier where the ledger has the version before it
   */
  public record Newest(
      String hash,
      String digest,
      @Nullable String mode,
      String appliedBy,
      @Nullable String nonce,
      long earlier) {}

  private final TenantSql sql;
  private final SignedActs acts;
  private final String tenant;

  public PolicyProof(TenantSql sql, Keyring keyring, String tenant) {
    this.sql = sql;
    this.acts = new SignedActs(sql, keyring);
    this.tenant = tenant;
  }

  /**
   * Why a mode does not count, in a sentence; empty when it does. To observe needs no signature,
   * only a policy that says so too.
   */
  Optional<String> flaw(String mode) {
    return newest()
        .map(newest -> flaw(newest, mode))
        .orElse(mode.equals(OBSERVE) ? Optional.empty() : Optional.of("no policy is in force"))
        .map("the mode counts as observe until the policy is applied again, because %s"::formatted);
  }

  private Optional<String> flaw(Newest newest, String mode) {
    if (!mode.equals(newest.mode())) {
      return Optional.of("the policy in force says another one than %s".formatted(mode));
    }
    if (mode.equals(OBSERVE)) {
      return Optional.empty();
    }
    if (!newest.digest().equals(newest.hash())) {
      return Optional.of("the policy in force is not what was applied");
    }
    var applied =
        new Act(
            newest.appliedBy(),
            APPLY,
            asking(newest.hash()),
            place(tenant),
            Set.of("OPERATOR", "APPROVER"));
    return acts.flaw(applied, newest.nonce(), newest.earlier())
        .map("it is not proved who applied the policy in force (%s)"::formatted);
  }

  /** What whoever applies a policy signs. */
  public static String asking(String hash) {
    return "apply the policy " + hash;
  }

  /**
   * The key of the ledger's entry about a version. Nobody can take it beforehand, and so keep a
   * version from standing behind another: what is signed has a nonce.
   */
  public static String key(PolicyRow row) {
    return "policy/%d/%s".formatted(row.version(), row.nonce());
  }

  /** Where what is signed about the policy counts. */
  public static String place(String tenant) {
    return "policy/" + tenant;
  }

  private Optional<Newest> newest() {
    return sql.sql(
            """
            select p.hash, encode(sha256(convert_to(p.body, 'UTF8')), 'hex') as digest,
              p.body::jsonb ->> 'mode' as mode, p.applied_by, p.nonce, coalesce((
                select max(e.position) from evidence.entry e
                where e.tenant = p.tenant and e.kind = 'policy.applied'
                  and e.entry_key <> 'policy/' || p.version || '/' || coalesce(p.nonce, '')), 0) as earlier
            from gatehouse.policy p where p.tenant = :tenant order by p.version desc limit 1
            """)
        .find(Newest.class);
  }
}
