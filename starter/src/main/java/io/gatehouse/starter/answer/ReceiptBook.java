package io.gatehouse.starter.answer;

import io.gatehouse.attestation.Receipt;
import io.gatehouse.guest.Stage;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the read models up to what a lifecycle made of an answer. */
final class ReceiptBook {
  /** The removal runs: asking for it again moves nothing. */
  private static final Set<Stage> REMOVING =
      EnumSet.of(Stage.NOTICE, Stage.RESERVED, Stage.DISABLED, Stage.DELETED);

  private final Store store;

  ReceiptBook(Store store) {
    this.store = store;
  }

  void enter(AnswerRow answer, LifecycleRow lifecycle, Receipt receipt, Instant now) {
    switch (answer.choice()) {
      case "HOLD" -> hold(lifecycle, receipt.nextAt(), now);
      case "RELEASE" -> {
        hold(lifecycle, null, now);
        if (lifecycle.needsOperator()) {
          stage(lifecycle, lifecycle.stage(), "the next try", receipt.nextAt());
        }
      }
      case "REMOVE" -> {
        settle(answer, now);
        if (!REMOVING.contains(Stage.valueOf(lifecycle.stage()))) {
          answered(lifecycle, receipt);
        }
      }
      default -> {
        settle(answer, now);
        answered(lifecycle, receipt);
      }
    }
  }

  /**
   * Moves the next date as the lifecycle itself does: by what a hold adds, or an end takes away.
   */
  private void hold(LifecycleRow lifecycle, @Nullable Instant until, Instant now) {
    Instant next = lifecycle.nextAt();
    Duration moved = left(until, now).minus(left(lifecycle.holdUntil(), now));
    store.lifecycles().hold(lifecycle.openingId(), until, next == null ? null : next.plus(moved));
  }

  private static Duration left(@Nullable Instant until, Instant now) {
    return until == null || !until.isAfter(now) ? Duration.ZERO : Duration.between(now, until);
  }

  private void answered(LifecycleRow lifecycle, Receipt receipt) {
    String waitingFor =
        receipt.stage() != Stage.ANSWERED
            ? "the next person"
            : receipt.nextAt() == null
                ? "what follows from it"
                : "a different answer, if one comes";
    stage(lifecycle, receipt.stage().name(), waitingFor, receipt.nextAt());
  }

  private void stage(
      LifecycleRow lifecycle, String stage, String waitingFor, @Nullable Instant next) {
    store.lifecycles().stage(lifecycle.openingId(), stage, waitingFor, next);
  }

  /** No reminder follows, and silence is not drawn; a different answer is still taken. */
  private void settle(AnswerRow answer, Instant now) {
    Integer round = answer.round();
    if (round != null) {
      store.questions().settle(answer.openingId(), round, now);
    }
  }
}
