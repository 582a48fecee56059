package io.gatehouse.worker.host;

import io.gatehouse.worker.house.Failures;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.SimplePlugin;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nothing is done by a machine whose clock is off: a day ahead, a guest is stale a day too early
 * and caps forget a day. Workflows go by the server's time, so it is Temporal's word on when an
 * attempt started that this machine's clock is held against, before each attempt.
 */
public final class ClockWatch extends WorkerInterceptorBase {
  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

  /** Far more than any synchronized clock is off, far less than anything here is decided by. */
  private static final Duration AT_MOST = Duration.ofMinutes(5);

  private final Clock clock;

  private ClockWatch(Clock clock) {
    this.clock = clock;
  }

  /**
   * For a client whose workers are watched.
   *
   * @param clock this machine's
   */
  public static SimplePlugin plugin(Clock clock) {
    return SimplePlugin.newBuilder("io.gatehouse.clock")
        .addWorkerInterceptors(new ClockWatch(clock))
        .build();
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      private Instant started = Instant.EPOCH;

      @Override
      public void init(ActivityExecutionContext context) {
        started = Instant.ofEpochMilli(context.getInfo().getStartedTimestamp());
        super.init(context);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        requireRight(started);
        return super.execute(input);
      }
    };
  }

  private void requireRight(Instant started) {
    Duration off = Duration.between(started, clock.instant());
    if (off.abs().compareTo(AT_MOST) > 0) {
      String sentence =
          "The clock of this worker's machine is %s %s Temporal's: nothing is done until it is right."
              .formatted(words(off.abs()), off.isNegative() ? "behind" : "ahead of");
      LOG.error(sentence);
      throw Failures.transientFailure(sentence);
    }
  }

  private static String words(Duration off) {
    return off.toHours() > 0
        ? "%d h %d min".formatted(off.toHours(), off.toMinutesPart())
        : "%d min".formatted(off.toMinutes());
  }
}
