package io.gatehouse.worker.house;

import io.gatehouse.sandbox.tenant.User;
import io.gatehouse.store.guest.GuestRow;
import java.time.Instant;
import java.util.UUID;

/** The row of a guest as a scan leaves it when a lifecycle is about to open. */
final class TryGuest {
  private TryGuest() {}

  static GuestRow stale(User guest, Instant now) {
    return new GuestRow(
        guest.id(),
        guest.displayName(),
        guest.mail(),
        guest.userPrincipalName(),
        guest.companyName(),
        null,
        "Guest",
        "Accepted",
        true,
        false,
        false,
        guest.stateChanged(),
        guest.created(),
        null,
        null,
        null,
        Instant.parse("2025-01-26T08:00:00Z"),
        "STALE",
        "last sign-in on 2025-01-26, more than 90 days ago",
        "IN_PROGRESS",
        "due",
        now,
        UUID.randomUUID(),
        now,
        "INACTIVE",
        "UNTOLD",
        null,
        null,
        null,
        null);
  }
}
