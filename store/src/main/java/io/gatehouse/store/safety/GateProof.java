package io.gatehouse.store.safety;

import io.gatehouse.store.actor.Keyring;
import io.gatehouse.store.database.TenantSql;
import io.gatehouse.store.safety.SignedActs.Act;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two people opened the gate since it was closed last, by what each of them signed: the
 * program's role could write anything else.
 */
public final class GateProof {
  private static final String ASK = "ask-to-open-gate";
  private static final String APPROVE = "approve-opening-gate";
  private static final String APPROVER = "APPROVER";
  private static final String OPERATOR = "OPERATOR";

  private final TenantSql sql;
  private final SignedActs acts;
  private final String tenant;

  public GateProof(TenantSql sql, Keyring keyring, String tenant) {
    this.sql = sql;
    this.acts = new SignedActs(sql, keyring);
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
    var asked =
        new Act(
            first,
            ASK,
            GateRequestRow.asking(request.reason()),
            place(tenant),
            Set.of(OPERATOR, APPROVER));
    var approved = new Act(second, APPROVE, request.approval(), place(tenant), Set.of(APPROVER));
    return acts.flaw(asked, request.askedNonce(), closed)
        .or(() -> acts.flaw(approved, request.approvedNonce(), closed));
  }

  /** Where what is signed about the gate counts. */
  public static String place(String tenant) {
    return "gate/" + tenant;
  }
}
