package io.gatehouse.worker.guest;

import io.gatehouse.graph.read.GuestSponsors;
import io.gatehouse.graph.read.ListedSponsor;
import io.gatehouse.graph.read.SponsorRef;
import io.gatehouse.sponsor.CanAnswer;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Judges the sponsors of a guest as the list shows them. Pure. */
final class SponsorRows {
  private SponsorRows() {}

  static GuestSponsorsRow of(GuestSponsors guest) {
    return new GuestSponsorsRow(
        guest.guestId(),
        guest.sponsors().stream().anyMatch(SponsorRows::mayAnswer) ? "PRESENT" : "MISSING",
        guest.sponsors().stream().map(ListedSponsor::id).toList());
  }

  /** Sponsors by name, for whoever reads the report; each once. */
  static List<PersonRow> people(List<GuestSponsors> guests, Instant at) {
    return guests.stream()
        .flatMap(guest -> guest.sponsors().stream())
        .filter(sponsor -> sponsor.detailed() && sponsor.displayName() != null)
        .map(sponsor -> new PersonRow(sponsor.id(), sponsor.displayName(), sponsor.mail(), at))
        .distinct()
        .sorted(Comparator.comparing(PersonRow::personId)) // two scans at once: no deadlock
        .toList();
  }

  /** Missing needs proof: who was shown without properties, and every group, may answer. */
  private static boolean mayAnswer(ListedSponsor sponsor) {
    return sponsor.kind() != SponsorRef.Kind.USER
        || !sponsor.detailed()
        || sponsor.accountEnabled() == null // every user has one: it was not shown
        || CanAnswer.of(sponsor.accountEnabled(), sponsor.mail(), sponsor.userType());
  }
}
