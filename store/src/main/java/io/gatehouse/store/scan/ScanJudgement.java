package io.gatehouse.store.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a complete reading came to.
 *
 * @param judgement FIT, TOO_EARLY or UNFIT
 * @param reasons sentences, empty when there is nothing to say
 * @param unreadable guests whose answer was malformed
 * @param due guests whose lifecycle would open now
 * @param manifestHash hash over the pages; null when reading did not get to the end
 */
public record ScanJudgement(
    String judgement,
    List<String> reasons,
    int pages,
    int population,
    int withDates,
    int withoutDates,
    int unknown,
    int unreadable,
    int due,
    @Nullable String manifestHash) {

  public ScanJudgement {
    reasons = List.copyOf(reasons);
  }
}
