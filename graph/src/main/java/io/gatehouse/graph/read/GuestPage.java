package io.gatehouse.graph.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the guest list, in Graph's order. It may be empty and still have a next one.
 *
 * @param nextLink opaque; null on the last page
 * @param requestId Graph's request-id
 * @param sha256 of the page's raw bytes, in hex: what a scan can be held to later
 */
public record GuestPage(
    List<GuestAnswer> guests, @Nullable String nextLink, String requestId, String sha256) {

  public GuestPage {
    guests = List.copyOf(guests);
  }
}
