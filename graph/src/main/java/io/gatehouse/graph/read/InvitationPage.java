package io.gatehouse.graph.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the audit log's invitations, in Graph's order.
 *
 * @param skipped entries that name no guest, no date, or did not succeed
 * @param nextLink opaque; null on the last page
 * @param requestId Graph's request-id
 */
public record InvitationPage(
    List<Invitation> invitations, int skipped, @Nullable String nextLink, String requestId) {

  public InvitationPage {
    invitations = List.copyOf(invitations);
  }
}
