package io.gatehouse.store.sponsor;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The newest invitation of each guest. */
public final class Invitations {

  private final TenantSql sql;

  public Invitations(TenantSql sql) {
    this.sql = sql;
  }

  /** Keeps the newest of each guest, whatever order they come in. */
  public void upsert(List<InvitationRow> invitations) {
    var newest = new TreeMap<String, InvitationRow>();
    BinaryOperator<InvitationRow> later = (a, b) -> b.invitedAt().isBefore(a.invitedAt()) ? a : b;
    invitations.forEach(each -> newest.merge(each.guestId(), each, later));
    sql.insertAll(
        "gatehouse.invitation as i",
        List.copyOf(newest.values()),
        """
        on conflict (tenant, guest_id) do update
        set invited_at = excluded.invited_at, inviter_id = excluded.inviter_id, application = excluded.application
        where i.invited_at <= excluded.invited_at
        """);
  }

  public Optional<InvitationRow> find(String guestId) {
    return sql.sql(
            "select * from gatehouse.invitation where tenant = :tenant and guest_id = :guestId")
        .with("guestId", guestId)
        .find(InvitationRow.class);
  }

  /** When the newest invitation known was made: from there the audit log is read on. */
  public Optional<Instant> newest() {
    return sql.sql(
            """
            select * from gatehouse.invitation where tenant = :tenant
            order by invited_at desc limit 1
            """)
        .find(InvitationRow.class)
        .map(InvitationRow::invitedAt);
  }
}
