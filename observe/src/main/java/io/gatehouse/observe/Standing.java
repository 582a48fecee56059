package io.gatehouse.observe;

import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.scan.ScanRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the house stands at one moment, in numbers.
 *
 * @param openByStage open lifecycles; a stage without any is missing
 * @param stuck open lifecycles that cannot go on in Temporal
 * @param scan the newest that came to its end
 * @param oldestAnswer when the oldest answer was given that no lifecycle has heard
 */
public record Standing(
    Map<String, Long> openByStage,
    int needOperator,
    int stuck,
    boolean gateOpen,
    @Nullable ScanRow scan,
    int undelivered,
    @Nullable Instant oldestAnswer) {
  /** More than this many scans in a row that never ended are as bad as none at all. */
  private static final int SCANS = 20;

  static Standing read(Store store) {
    List<AnswerRow> answers = store.answers().recorded();
    return new Standing(
        store.lifecycleList().byStage(),
        store.lifecycleList().parked().size(),
        store.stuck().all().size(),
        store.safety().current().gateIsOpen(),
        finished(store).orElse(null),
        answers.size(),
        answers.stream().map(AnswerRow::answeredAt).min(Instant::compareTo).orElse(null));
  }

  private static Optional<ScanRow> finished(Store store) {
    return store.scans().newest(SCANS).stream()
        .filter(scan -> scan.finishedAt() != null)
        .findFirst();
  }
}
