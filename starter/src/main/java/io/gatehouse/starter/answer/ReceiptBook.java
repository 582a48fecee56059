package io.gatehouse.starter.answer;

import io.gatehouse.attestation.Receipt;
import io.gatehouse.guest.Stage;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
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
    switch (ActKind.of(answer)) {
      case HOLD -> hold(lifecycle, receipt.nextAt(), now);
      case RELEASE -> hold(lifecycle, null, now);
      case EXTEND -> extend(lifecycle, Objects.requireNonNullElse(answer.extendDays(), 0));
      case RETRY -> stage(lifecycle, lifecycle.stage(), "the next try", null);
      case RESTORE -> stage(lifecycle, lifecycle.stage(), "the account to be given back", null);
      case REASSIGN -> {
        asked(lifecycle).ifPresent(question -> settle(lifecycle, question.round(), now));
        stage(lifecycle, receipt.stage().name(), "the person named", null);
      }
      case REMOVE -> {
        settle(lifecycle, answer.round(), now);
        if (!REMOVING.contains(Stage.valueOf(lifecycle.stage()))) {
          answered(lifecycle, receipt);
        }
      }
      case KEEP, NOT_MINE -> {
        settle(lifecycle, answer.round(), now);
        answered(lifecycle, receipt);
      }
    }
  }

  /**
   * Moves the next date as the lifecycle itself does: by what a hold adds, or an end takes away.
   */
  private void hold(LifecycleRow lifecycle, @Nullable Instant until, Instant now) {
    move(lifecycle, until, left(until, now).minus(left(lifecycle.holdUntil(), now)));
  }

  /**
   * Unlike a hold, which somebody may end early, more time is a promise: the day that the person
   * asked and the guest read moves with it.
   */
  private void extend(LifecycleRow lifecycle, int days) {
    Duration by = Duration.ofDays(days);
    move(lifecycle, lifecycle.holdUntil(), by);
    asked(lifecycle)
        .filter(question -> lifecycle.stage().equals(Stage.ASKED.name()))
        .ifPresent(question -> {
          Instant answerBy = question.answerBy();
          if (answerBy != null) {
            store.questions().deadline(lifecycle.openingId(), question.round(), answerBy.plus(by));
          }
        });
    Instant disable = lifecycle.disablePlannedAt();
    if (disable != null && lifecycle.stage().equals(Stage.NOTICE.name())) {
      store.lifecycles().disablePlanned(lifecycle.openingId(), disable.plus(by));
    }
  }

  private void move(LifecycleRow lifecycle, @Nullable Instant holdUntil, Duration by) {
    Instant next = lifecycle.nextAt();
    store.lifecycles().hold(lifecycle.openingId(), holdUntil, next == null ? null : next.plus(by));
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

  private Optional<QuestionRow> asked(LifecycleRow lifecycle) {
    return store.questions().of(lifecycle.openingId()).stream().reduce((_, last) -> last);
  }

  /** No reminder follows, and silence is not drawn; a different answer is still taken. */
  private void settle(LifecycleRow lifecycle, @Nullable Integer round, Instant now) {
    if (round != null) {
      store.questions().settle(lifecycle.openingId(), round, now);
    }
  }
}
