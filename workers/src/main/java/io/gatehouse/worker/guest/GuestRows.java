package io.gatehouse.worker.guest;

import io.gatehouse.graph.read.DirectoryGuest;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.Inactivity;
import io.gatehouse.guest.Standing;
import io.gatehouse.safety.Guards;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.worker.house.House.Applied;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Judges guests as a scan reads them and writes the verdict into rows. Pure. */
final class GuestRows {
  private final Applied applied;
  private final UUID scanId;
  private final Instant now;

  GuestRows(Applied applied, UUID scanId, Instant now) {
    this.applied = applied;
    this.scanId = scanId;
    this.now = now;
  }

  private record Verdict(String inactivity, String why, Standing standing, String standingWhy) {}

  GuestRow readable(DirectoryGuest guest) {
    GuestFacts facts = Reading.facts(guest);
    Verdict verdict = verdict(facts);
    return new GuestRow(
        guest.id(),
        guest.displayName(),
        guest.mail(),
        guest.userPrincipalName(),
        guest.companyName(),
        guest.userType(),
        guest.externalUserState(),
        guest.accountEnabled(),
        guest.onPremisesSynced(),
        guest.managementRestricted(),
        guest.created(),
        facts.signIns().interactive(),
        facts.signIns().nonInteractive(),
        facts.signIns().successful(),
        facts.signIns().newest().orElse(null),
        verdict.inactivity(),
        verdict.why(),
        verdict.standing().name(),
        verdict.standingWhy(),
        now,
        scanId,
        now,
        null,
        null);
  }

  /**
   * A guest whose answer cannot be read is known to exist and nothing more: unknown, never stale.
   */
  GuestRow unreadable(String id, String reason) {
    String why = "the directory's answer cannot be read: " + reason;
    return new GuestRow(
        id,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        null,
        null,
        null,
        null,
        null,
        "UNKNOWN",
        why,
        Standing.UNKNOWN.name(),
        why,
        now,
        scanId,
        now,
        null,
        null);
  }

  private Verdict verdict(GuestFacts guest) {
    int days = applied.policy().inactive().afterDays();
    return switch (Inactivity.judge(guest, days, now)) {
      case Inactivity.Active active ->
          new Verdict(
              "ACTIVE", "last sign-in on " + day(active.lastActivity()), Standing.ACTIVE, "active");
      case Inactivity.Unknown unknown ->
          new Verdict("UNKNOWN", unknown.reason(), Standing.UNKNOWN, unknown.reason());
      case Inactivity.NeverSignedIn never ->
          new Verdict(
              "NEVER_SIGNED_IN",
              "no sign-in since the account was created on " + day(never.created()),
              Standing.EXEMPT,
              "never signed in: no trigger of the policy asks about these guests");
      case Inactivity.Stale stale -> stale(guest, stale, days);
    };
  }

  private Verdict stale(GuestFacts guest, Inactivity.Stale stale, int days) {
    String why =
        "last sign-in on %s, more than %d days ago".formatted(day(stale.lastActivity()), days);
    return Guards.of(guest, applied.policy().exclusions(), applied.today(now))
        .or(() -> Guards.disabledByOthers(guest))
        .map(guard -> new Verdict("STALE", why, Standing.EXEMPT, guard.sentence()))
        .orElseGet(() -> new Verdict("STALE", why, Standing.IN_PROGRESS, "due"));
  }

  private String day(Instant at) {
    return String.format(Locale.ROOT, "%tF", at.atZone(applied.policy().zone()));
  }
}
