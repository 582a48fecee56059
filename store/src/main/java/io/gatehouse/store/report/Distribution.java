package io.gatehouse.store.report;

import java.util.List;

/**
 * A report's guests by days since their last sign-in, and apart those who have none.
 *
 * @param buckets six, empty ones included: 0-29, 30-59, 60-89, 90-179, 180-364, 365+
 */
public record Distribution(
    List<ActivityBucket> buckets, long neverSignedIn, long pending, long unknown) {

  public Distribution {
    buckets = List.copyOf(buckets);
  }

  /** Each guest is in one place only, so this is all of them. */
  public long population() {
    return buckets.stream().mapToLong(ActivityBucket::guests).sum()
        + neverSignedIn
        + pending
        + unknown;
  }
}
