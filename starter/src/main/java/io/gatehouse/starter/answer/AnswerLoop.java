package io.gatehouse.starter.answer;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers recorded answers every second for as long as it is open. */
public final class AnswerLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerLoop.class);

  private final ScheduledFuture<?> running;

  public AnswerLoop(AnswerDelivery delivery, ScheduledExecutorService executor) {
    running = executor.scheduleWithFixedDelay(() -> once(delivery), 1, 1, TimeUnit.SECONDS);
  }

  /** A lost connection is waited out: an exception that got out would end the loop for good. */
  private static void once(AnswerDelivery delivery) {
    try {
      delivery.deliverPending();
    } catch (RuntimeException e) {
      LOG.warn("recorded answers could not be delivered, the next try follows: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    running.cancel(false);
  }
}
