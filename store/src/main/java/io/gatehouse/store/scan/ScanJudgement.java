package io.gatehouse.store.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a complete reading came to.
 *
 * @param judgement FIT, TOO_EARLY or UNFIT
 * @param reasons sentences, empty when there is nothing to say
 * @param pages how many pages of guests were read
 * @param unreadable guests whose answer was malformed
 * @param exempt guests whom a guard or the policy leaves alone
 * @param withoutSponsor guests for whom the directory shows nobody who answers
 * @param due guests whose lifecycle would open now
 * @param manifestHash hash over the pages; null when reading did not get to the end
 */
public record ScanJudgement(
    String judgement,
    List<String> reasons,
    int pages,
    int sponsorsTold,
    int population,
    int withDates,
    int withoutDates,
    int unknown,
    int unreadable,
    int exempt,
    int withoutSponsor,
    int due,
    @Nullable String manifestHash) {

  public ScanJudgement {
    reasons = List.copyOf(reasons);
  }
}
