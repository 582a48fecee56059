package io.gatehouse.starter.answer;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers recorded answers every second for as long as it is open. */
public final class AnswerLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerLoop.class);

  /** Longer than one answer may take; those behind it are delivered after the next start. */
  private static final long FAREWELL_SECONDS = 12;

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

  public AnswerLoop(AnswerDelivery delivery) {
    var _ = executor.scheduleWithFixedDelay(() -> once(delivery), 1, 1, TimeUnit.SECONDS);
  }

  /** A lost connection is waited out: an exception that got out would end the loop for good. */
  private static void once(AnswerDelivery delivery) {
    try {
      delivery.deliverPending();
    } catch (RuntimeException e) {
      LOG.warn("recorded answers could not be delivered, the next try follows: {}", e.getMessage());
    }
  }

  /** Lets a delivery that is under way finish: what it stands on is closed right after. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
