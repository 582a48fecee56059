package io.gatehouse.starter.answer;

import io.gatehouse.attestation.Receipt;
import io.gatehouse.guest.Stage;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
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
    switch (answer.choice()) {
      case "HOLD" -> store.lifecycles().hold(lifecycle.openingId(), receipt.nextAt());
      case "RELEASE" -> {
        store.lifecycles().hold(lifecycle.openingId(), null);
        if (lifecycle.needsOperator()) {
          stage(lifecycle, lifecycle.stage(), "the next try", receipt.nextAt());
        }
      }
      case "REMOVE" -> {
        settle(answer, receipt, now);
        if (!REMOVING.contains(Stage.valueOf(lifecycle.stage()))) {
          answered(lifecycle, receipt);
        }
      }
      default -> {
        settle(answer, receipt, now);
        answered(lifecycle, receipt);
      }
    }
  }

  private void answered(LifecycleRow lifecycle, Receipt receipt) {
    String waitingFor =
        receipt.stage() == Stage.ANSWERED ? "a different answer, if one comes" : "the next person";
    stage(lifecycle, receipt.stage().name(), waitingFor, receipt.nextAt());
  }

  private void stage(
      LifecycleRow lifecycle, String stage, String waitingFor, @Nullable Instant next) {
    store.lifecycles().stage(lifecycle.openingId(), stage, waitingFor, next);
  }

  /** The time to change one's mind counts from the first answer, as it does in the lifecycle. */
  private void settle(AnswerRow answer, Receipt receipt, Instant now) {
    Integer round = answer.round();
    if (round == null) {
      return;
    }
    store.questions().settle(answer.openingId(), round, now);
    Instant until = receipt.nextAt();
    Optional<QuestionRow> question = store.questions().find(answer.openingId(), round);
    if (until != null && question.isPresent() && question.get().changeUntil() == null) {
      Instant answerBy = Objects.requireNonNullElse(question.get().answerBy(), until);
      store.questions().deadlines(answer.openingId(), round, answerBy, until);
    }
  }
}
