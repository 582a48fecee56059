package io.gatehouse.store.sponsor;

import java.util.List;

/**
 * What the directory told about one guest's sponsors.
 *
 * @param sponsorship PRESENT when at least one of them answers, MISSING when none does
 * @param sponsorIds object ids of users and groups in Graph's order; may hold some who do not
 *     answer
 */
public record GuestSponsorsRow(String guestId, String sponsorship, List<String> sponsorIds) {

  public GuestSponsorsRow {
    sponsorIds = List.copyOf(sponsorIds);
  }
}
