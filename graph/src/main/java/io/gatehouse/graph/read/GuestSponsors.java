package io.gatehouse.graph.read;

import java.util.List;

/** Who vouches for one guest; an empty list is Graph's own word that nobody does. */
public record GuestSponsors(String guestId, List<ListedSponsor> sponsors) {

  public GuestSponsors {
    sponsors = List.copyOf(sponsors);
  }
}
