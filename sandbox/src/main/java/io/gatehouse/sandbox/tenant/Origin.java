package io.gatehouse.sandbox.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an account comes from.
 *
 * @param external whether the user signs in with an identity of another organization
 * @param creationType {@code Invitation}, or null for accounts of the tenant itself
 * @param externalUserState {@link #PENDING}, {@link #ACCEPTED}, or null
 * @param stateChanged when the state became what it is
 */
public record Origin(
    boolean external,
    @Nullable String creationType,
    @Nullable String externalUserState,
    @Nullable Instant stateChanged) {
  /** In the schema's spelling; Microsoft's prose writes it with a blank. */
  public static final String PENDING = "PendingAcceptance";

  public static final String ACCEPTED = "Accepted";

  private static final String INVITATION = "Invitation";

  /** An account of the tenant itself. */
  static Origin internal() {
    return new Origin(false, null, null, null);
  }

  static Origin invited(Instant at) {
    return new Origin(true, INVITATION, PENDING, at);
  }

  static Origin redeemed(Instant at) {
    return new Origin(true, INVITATION, ACCEPTED, at);
  }
}
