package io.gatehouse.demo.dev;

import io.gatehouse.demo.DemoHouse;
import io.gatehouse.demo.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people, stories and the operator act when they are due, and answers find their way. */
final class LivingTenant implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LivingTenant.class);
  private static final long BEAT_MILLIS = 250;

  private final DemoHouse house;
  private final Operator operator;
  private final Instant start;
  private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();

  private LivingTenant(DemoHouse house) {
    this.house = house;
    this.operator = new Operator(house);
    this.start = house.sandbox().tenant().start();
  }

  static LivingTenant in(DemoHouse house) {
    var tenant = new LivingTenant(house);
    tenant.beat.scheduleWithFixedDelay(
        tenant::act, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    return tenant;
  }

  private void act() {
    try {
      Instant now = house.temporal().clock().instant();
      house.sandbox().act(now);
      operator.act((int) Duration.between(start, now).toDays());
      house.serve().answers().deliverPending();
    } catch (RuntimeException e) { // one that escapes would end the beat for good
      LOG.warn("the tenant missed a beat: {}", e.toString());
    }
  }

  @Override
  public void close() {
    beat.shutdown();
    try {
      beat.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
