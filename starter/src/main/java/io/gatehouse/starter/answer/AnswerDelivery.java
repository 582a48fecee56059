package io.gatehouse.starter.answer;

import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.temporal.client.WorkflowClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings recorded answers to their lifecycles, each until it is applied or refused. Any number of
 * these may run at once: an answer counts once.
 */
public final class AnswerDelivery {
  /** For one answer in the background. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Store store;
  private final Clock clock;
  private final Messenger messenger;

  public AnswerDelivery(Store store, String tenant, WorkflowClient client, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.messenger = new Messenger(tenant, client);
  }

  /**
   * Tries every recorded answer, oldest first; answers to one lifecycle keep their order.
   *
   * @return how many were applied or refused
   */
  public int deliverPending() {
    int settled = 0;
    var waiting = new HashSet<UUID>();
    List<AnswerRow> answers = store.answers().recorded();
    for (AnswerRow answer : answers) {
      if (waiting.contains(answer.openingId())) {
        continue;
      }
      switch (deliver(answer.answerId(), PATIENCE)) {
        case Delivered.Applied _, Delivered.Refused _ -> settled++;
        case Delivered.Waiting _ -> waiting.add(answer.openingId());
      }
    }
    return settled;
  }

  /** Tries one answer, at most as long as its giver can be kept waiting. */
  public Delivered deliver(UUID answerId, Duration limit) {
    return store.inTransaction(() -> {
      AnswerRow answer = store.answers().find(answerId).orElseThrow();
      LifecycleRow lifecycle = store.lifecycles().find(answer.openingId()).orElseThrow();
      Optional<Delivered> settled = Settled.earlier(answer, lifecycle);
      if (settled.isPresent()) {
        return settled.get();
      }
      lock(lifecycle);
      Delivered delivered = messenger.carry(answer, AppliedPolicy.zone(store), limit);
      return settle(answer, lifecycle, delivered);
    });
  }

  /**
   * What the lifecycle records about itself from here on waits for this transaction, so our word
   * about its stage never covers a newer one. The Update itself waits for no record.
   */
  private void lock(LifecycleRow lifecycle) {
    store.lifecycles().hold(lifecycle.openingId(), lifecycle.holdUntil());
  }

  private Delivered settle(AnswerRow answer, LifecycleRow lifecycle, Delivered delivered) {
    Instant now = clock.instant();
    return switch (delivered) {
      case Delivered.Applied applied -> {
        if (store.answers().applied(answer.answerId(), now)) {
          new ReceiptBook(store).enter(answer, lifecycle, applied.receipt());
          store
              .ledger()
              .append(
                  AnswerEvents.applied(store, answer, applied.receipt(), now), answer.openingId());
        }
        yield applied;
      }
      case Delivered.Refused _ when lifecycle.isOpen() && lifecycle.startedAt() == null ->
          new Delivered.Waiting("The lifecycle is about to start: the answer waits for it.");
      case Delivered.Refused refused -> {
        if (store.answers().refused(answer.answerId(), refused.sentence(), now)) {
          store
              .ledger()
              .append(
                  AnswerEvents.refused(store, answer, refused.sentence(), now), answer.openingId());
        }
        yield refused;
      }
      case Delivered.Waiting waiting -> waiting;
    };
  }
}
