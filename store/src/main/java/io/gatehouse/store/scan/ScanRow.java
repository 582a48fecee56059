package io.gatehouse.store.scan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One scan of the tenant's guests.
 *
 * @param judgement FIT, TOO_EARLY or UNFIT; null until judged
 * @param reasons one per line
 * @param manifestHash hash over the pages; null until judged
 */
public record ScanRow(
    UUID scanId,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String mode,
    int policyVersion,
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
    int opened,
    @Nullable String judgement,
    String reasons,
    @Nullable String manifestHash) {

  static ScanRow begun(UUID scanId, Instant at, String mode, int policyVersion) {
    return new ScanRow(
        scanId, at, null, mode, policyVersion, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, "", null);
  }
}
