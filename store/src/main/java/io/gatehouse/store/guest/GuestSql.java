package io.gatehouse.store.guest;

/** What several statements ask of a guest's row, which they call {@code g}. */
public final class GuestSql {

  /**
   * Neither removed nor gone. A guest whom a running lifecycle deleted softly is in the recycle
   * bin: the directory lists them no more, although their lifecycle may still end with a restore.
   */
  public static final String IN_DIRECTORY =
      """
      g.standing not in ('REMOVED', 'GONE') and not exists (
        select from gatehouse.lifecycle d
        where d.tenant = g.tenant and d.guest_id = g.guest_id and d.closed_at is null and d.stage = 'DELETED')
      """;

  /**
   * The invitation waits to be redeemed. Microsoft writes {@code PendingAcceptance} and {@code
   * Pending Acceptance} (Learn, externalUserState); no state at all is not pending.
   */
  public static final String PENDING =
      "coalesce(lower(replace(g.user_state, ' ', '')) = 'pendingacceptance', false)";

  /** A lifecycle of the guest is running. */
  public static final String IN_LIFECYCLE =
      """
      exists (select from gatehouse.lifecycle l
              where l.tenant = g.tenant and l.guest_id = g.guest_id and l.closed_at is null)
      """;

  /**
   * A lifecycle may be opened for the guest at {@code :now}: nobody left the guest alone, kept or
   * put off until a later day, and none is running.
   */
  public static final String ASKED_ABOUT =
      """
      g.standing not in ('EXEMPT', 'UNKNOWN', 'REMOVED', 'GONE')
        and (g.kept_until is null or g.kept_until <= :now) and (g.not_before is null or g.not_before <= :now)
        and not
      """
          + IN_LIFECYCLE;

  private GuestSql() {}
}
