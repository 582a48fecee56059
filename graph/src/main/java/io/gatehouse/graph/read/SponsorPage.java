package io.gatehouse.graph.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the guests' sponsors, in Graph's order.
 *
 * @param untold entries from which no sponsors could be read; such a guest is no guest without
 *     sponsor
 * @param nextLink opaque; null on the last page
 * @param requestId Graph's request-id
 * @param sha256 of the page's raw bytes, in hex
 */
public record SponsorPage(
    List<GuestSponsors> guests,
    int untold,
    @Nullable String nextLink,
    String requestId,
    String sha256) {

  public SponsorPage {
    guests = List.copyOf(guests);
  }
}
