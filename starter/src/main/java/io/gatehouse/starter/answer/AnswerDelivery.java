package io.gatehouse.starter.answer;

import io.gatehouse.attestation.Receipt;
import io.gatehouse.evidence.Event;
import io.gatehouse.guest.Stage;
import io.gatehouse.starter.actor.ClockCheck;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.temporal.client.WorkflowClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings recorded answers to their lifecycles, each until it is applied or refused. Any number of
 * these may run at once: an answer counts once.
 */
public final class AnswerDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerDelivery.class);

  /** For one answer in the background. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Each holds a connection to the database while its lifecycle thinks; ten serve everybody. */
  private static final int HANDS = 4;

  private final Store store;
  private final Clock clock;
  private final Messenger messenger;
  private final Sealing sealing;

  /** Answers that the log named already: a line each second would drown all others. */
  private final Set<UUID> logged = ConcurrentHashMap.newKeySet();

  /**
   * Delivers.
   *
   * @param signer signs for the givers of answers at the moment of delivery; null delivers only
   *     what needs no proof
   */
  public AnswerDelivery(
      Store store, WorkflowClient client, Clock clock, ClockCheck check, @Nullable Signer signer) {
    this.store = store;
    this.clock = clock;
    this.messenger = new Messenger(store.tenant(), client);
    this.sealing = new Sealing(store, check, signer);
  }

  /**
   * Tries every recorded answer, to a few lifecycles at once: one that does not answer holds up
   * nobody else.
   *
   * @return how many were applied or refused
   */
  public int deliverPending() {
    Map<UUID, List<AnswerRow>> byLifecycle =
        store.answers().recorded().stream()
            .collect(
                Collectors.groupingBy(
                    AnswerRow::openingId, LinkedHashMap::new, Collectors.toList()));
    if (byLifecycle.isEmpty()) {
      return 0;
    }
    int hands = Math.min(HANDS, byLifecycle.size());
    try (var threads = Executors.newFixedThreadPool(hands, Thread.ofVirtual().factory())) {
      var each = byLifecycle.values().stream().<Callable<Integer>>map(of -> () -> settle(of));
      return threads.invokeAll(each.toList()).stream().mapToInt(Future::resultNow).sum();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Oldest first: behind one that can not be delivered now the later ones wait. */
  private int settle(List<AnswerRow> toOneLifecycle) {
    int settled = 0;
    while (settled < toOneLifecycle.size() && isSettled(toOneLifecycle.get(settled))) {
      settled++;
    }
    return settled;
  }

  /** What goes wrong with one answer must not hold up those to other lifecycles. */
  private boolean isSettled(AnswerRow answer) {
    try {
      return switch (deliver(answer.answerId(), PATIENCE)) {
        case Delivered.Applied _, Delivered.Refused _ -> true;
        case Delivered.Waiting _ -> false;
      };
    } catch (RuntimeException e) {
      if (logged.add(answer.answerId())) {
        // Its message may quote the answer: the kind alone is fit for a log.
        LOG.warn(
            "answer {} could not be delivered and is tried again: {}",
            answer.answerId(),
            e.getClass().getName());
      }
      return false;
    }
  }

  /** Tries one answer, at most as long as its giver can be kept waiting. */
  public Delivered deliver(UUID answerId, Duration limit) {
    return store.inTransaction(() -> {
      UUID openingId = store.answers().find(answerId).orElseThrow().openingId();
      // What the lifecycle records about itself from here on waits for this transaction, so our
      // word about its stage never covers a newer one. The Update itself waits for no record.
      store.lifecycles().lock(openingId);
      AnswerRow answer = store.answers().find(answerId).orElseThrow();
      LifecycleRow lifecycle = store.lifecycles().find(openingId).orElseThrow();
      return switch (answer.state()) {
        case "APPLIED" -> new Delivered.Applied(earlierReceipt(lifecycle));
        case "REFUSED" -> new Delivered.Refused(String.valueOf(answer.refusal()));
        default -> send(answer, lifecycle, limit);
      };
    });
  }

  private Delivered send(AnswerRow answer, LifecycleRow lifecycle, Duration limit) {
    boolean startsLater = lifecycle.isOpen() && lifecycle.startedAt() == null;
    Delivered delivered =
        switch (sealing.seal(answer)) {
          case Sealing.Sealed sealed ->
              messenger.carry(answer, sealed.envelope(), startsLater, limit);
          case Sealing.NotHere not -> new Delivered.Waiting(not.why());
        };
    Instant now = clock.instant();
    switch (delivered) {
      case Delivered.Applied(Receipt receipt) -> {
        store.answers().applied(answer.answerId(), now);
        new ReceiptBook(store).enter(answer, lifecycle, receipt, now);
        keep(AnswerEvents.applied(store, answer, receipt, now), answer);
      }
      case Delivered.Refused(String sentence) -> {
        store.answers().refused(answer.answerId(), sentence, now);
        keep(AnswerEvents.refused(store, answer, sentence, now), answer);
      }
      case Delivered.Waiting _ -> {}
    }
    return delivered;
  }

  private void keep(Event event, AnswerRow answer) {
    store.ledger().append(event, answer.openingId());
  }

  private static Receipt earlierReceipt(LifecycleRow lifecycle) {
    return new Receipt(
        "The lifecycle has heard it already.",
        Stage.valueOf(lifecycle.stage()),
        lifecycle.nextAt());
  }
}
