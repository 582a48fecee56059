package io.gatehouse.sponsor;

import org.jspecify.annotations.Nullable;

/**
 * The next person in the chain.
 *
 * @param sponsorId object id, null when nobody is left
 */
public record Candidate(@Nullable String sponsorId, Role role) {
  public static Candidate nobody() {
    return new Candidate(null, Role.STEWARD);
  }
}
