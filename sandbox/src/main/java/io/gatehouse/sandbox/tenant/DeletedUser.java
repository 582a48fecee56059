package io.gatehouse.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;

/** A user in the recycle bin, as it was when it went there. */
public record DeletedUser(User user, Instant at) {
  /** How long the bin keeps a user. Source: Learn, directory-deleteditems. */
  public static final Duration KEPT_FOR = Duration.ofDays(30);

  Instant purgedAt() {
    return at.plus(KEPT_FOR);
  }

  /** In the bin the object id without dashes stands before the name, so that the name is free. */
  public String userPrincipalName() {
    return user.id().replace("-", "") + user.userPrincipalName();
  }
}
