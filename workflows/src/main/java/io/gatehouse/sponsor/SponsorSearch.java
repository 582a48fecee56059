package io.gatehouse.sponsor;

import io.gatehouse.guest.LifecycleRef;
import java.util.List;

/**
 * A look for the next person in the chain.
 *
 * @param passedOver object ids of those who said "not mine", were silent or cannot be reached
 */
public record SponsorSearch(LifecycleRef ref, List<String> passedOver) {
  public SponsorSearch {
    passedOver = List.copyOf(passedOver);
  }
}
