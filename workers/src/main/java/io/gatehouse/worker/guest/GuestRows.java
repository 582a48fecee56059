package io.gatehouse.worker.guest;

import io.gatehouse.graph.read.DirectoryGuest;
import io.gatehouse.guest.DueRules;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.GuestHistory;
import io.gatehouse.guest.Inactivity;
import io.gatehouse.guest.Standing;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Guard;
import io.gatehouse.safety.Guards;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import io.gatehouse.worker.guest.StandingRules.Stand;
import io.gatehouse.worker.house.House.Applied;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges guests as a scan reads them and writes the verdict into rows. Pure. */
final class GuestRows {
  private static final Set<String> UNUSED = Set.of("STALE", "NEVER_SIGNED_IN");

  private final Applied applied;
  private final Known known;
  private final UUID scanId;
  private final Instant now;

  GuestRows(Applied applied, Known known, UUID scanId, Instant now) {
    this.applied = applied;
    this.known = known;
    this.scanId = scanId;
    this.now = now;
  }

  /**
   * What the store knows about the guests of a page.
   *
   * @param open ids of those whose lifecycle runs
   * @param sponsors what this scan was told, by guest id
   */
  record Known(
      Map<String, GuestRow> guests, Set<String> open, Map<String, GuestSponsorsRow> sponsors) {}

  private record Sponsorship(String told, @Nullable Instant missingSince) {}

  private record Finding(String inactivity, String why) {}

  GuestRow readable(DirectoryGuest guest) {
    GuestFacts facts = Reading.facts(guest);
    GuestRow before = known.guests().get(guest.id());
    Sponsorship sponsorship = sponsorship(guest.id(), before);
    var history =
        new GuestHistory(
            before == null ? now : before.firstSeenAt(),
            before == null ? null : before.attestedAt(),
            sponsorship.missingSince());
    LocalDate today = applied.today(now);
    Optional<Trigger> due = DueRules.due(facts, history, applied.policy(), today, now);
    Finding finding = finding(facts);
    Stand scanned = scanned(facts, finding, due.orElse(null), today);
    boolean isDue = scanned.standing() == Standing.IN_PROGRESS;
    Stand stand =
        StandingRules.of(
            before, known.open().contains(guest.id()), scanned, guest.accountEnabled(), now);
    return new GuestRow(
        guest.id(),
        guest.displayName(),
        guest.mail(),
        guest.userPrincipalName(),
        guest.companyName(),
        Partner.of(guest.mail(), guest.userPrincipalName()),
        guest.userType(),
        guest.externalUserState(),
        guest.accountEnabled(),
        guest.onPremisesSynced(),
        guest.managementRestricted(),
        guest.stateChanged(),
        guest.created(),
        facts.signIns().interactive(),
        facts.signIns().nonInteractive(),
        facts.signIns().successful(),
        facts.signIns().newest().orElse(null),
        finding.inactivity(),
        finding.why(),
        stand.standing().name(),
        stand.reason(),
        now,
        scanId,
        now,
        isDue ? due.orElseThrow().name() : null,
        sponsorship.told(),
        sponsorship.missingSince(),
        null,
        null,
        null);
  }

  /**
   * A guest whose answer cannot be read is known to exist and nothing more: unknown, never stale.
   */
  GuestRow unreadable(String id, String reason) {
    String why = "the directory's answer cannot be read: " + reason;
    GuestRow before = known.guests().get(id);
    Stand stand =
        StandingRules.of(
            before, known.open().contains(id), new Stand(Standing.UNKNOWN, why), null, now);
    Sponsorship sponsorship = sponsorship(id, before);
    return new GuestRow(
        id,
        null,
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
        null,
        "UNKNOWN",
        why,
        stand.standing().name(),
        stand.reason(),
        now,
        scanId,
        now,
        null,
        sponsorship.told(),
        sponsorship.missingSince(),
        null,
        null,
        null);
  }

  /** A scan that was told nothing neither starts nor ends the days without a sponsor. */
  private Sponsorship sponsorship(String guestId, @Nullable GuestRow before) {
    GuestSponsorsRow told = known.sponsors().get(guestId);
    Instant since = before == null ? null : before.sponsorMissingSince();
    if (told == null) {
      return new Sponsorship("UNTOLD", since);
    }
    return told.sponsorship().equals("MISSING")
        ? new Sponsorship("MISSING", since == null ? now : since)
        : new Sponsorship("PRESENT", null);
  }

  private Finding finding(GuestFacts guest) {
    int days = applied.policy().triggers().inactiveAfterDays();
    return switch (Inactivity.judge(guest, days, now)) {
      case Inactivity.Active active ->
          new Finding("ACTIVE", "last sign-in on " + day(active.lastActivity()));
      case Inactivity.Unknown unknown -> new Finding("UNKNOWN", unknown.reason());
      case Inactivity.NeverSignedIn never ->
          new Finding(
              "NEVER_SIGNED_IN",
              "no sign-in since the account was created on " + day(never.created()));
      case Inactivity.Stale stale ->
          new Finding(
              "STALE",
              "last sign-in on %s, more than %d days ago"
                  .formatted(day(stale.lastActivity()), days));
    };
  }

  private Stand scanned(GuestFacts guest, Finding finding, @Nullable Trigger due, LocalDate today) {
    if (due == Trigger.EXCLUSION_ENDS) {
      return new Stand(Standing.IN_PROGRESS, "due: " + due.words());
    }
    boolean unused = UNUSED.contains(finding.inactivity());
    Optional<Guard> guard =
        due == null && !unused
            ? Optional.empty()
            : Guards.of(guest, applied.policy().exclusions(), today)
                .or(() -> Guards.disabledByOthers(guest));
    if (guard.isPresent()) {
      return new Stand(Standing.EXEMPT, guard.get().sentence());
    }
    if (due != null) {
      return new Stand(Standing.IN_PROGRESS, "due: " + due.words());
    }
    return switch (finding.inactivity()) {
      case "ACTIVE" -> new Stand(Standing.ACTIVE, "active");
      case "NEVER_SIGNED_IN" ->
          new Stand(
              Standing.EXEMPT, "never signed in: no trigger of the policy asks about these guests");
      default -> new Stand(Standing.UNKNOWN, finding.why());
    };
  }

  private String day(Instant at) {
    return String.format(Locale.ROOT, "%tF", at.atZone(applied.policy().zone()));
  }
}
