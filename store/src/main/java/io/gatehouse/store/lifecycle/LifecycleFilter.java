package io.gatehouse.store.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lifecycles a page shows, newest opening first.
 *
 * @param open true for running, false for closed, null for both
 * @param after opening id of the last row of the page before; null for the first page
 */
public record LifecycleFilter(
    @Nullable Boolean open,
    @Nullable String stage,
    @Nullable String outcome,
    @Nullable UUID after,
    int limit) {

  public static LifecycleFilter all(int limit) {
    return new LifecycleFilter(null, null, null, null, limit);
  }
}
