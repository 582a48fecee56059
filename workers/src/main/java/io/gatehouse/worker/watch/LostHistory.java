package io.gatehouse.worker.watch;

import java.util.List;

/**
 * Single lifecycles that Temporal does not know were deleted there. Most of them at once look like
 * another namespace or a Temporal restored from an old copy: empty never means everything.
 */
final class LostHistory {
  static final String WORDS =
      "Temporal does not know this lifecycle and most others: another namespace, or restored from an older copy?";

  private static final int FEW = 3;

  private LostHistory() {}

  /** Whether more than a few, and more than half of those looked at, are unknown. */
  static boolean suspected(List<Sight> sights) {
    long unknown = sights.stream().filter(Sight.Unknown.class::isInstance).count();
    return unknown > FEW && unknown * 2 > sights.size();
  }
}
