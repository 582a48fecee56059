package io.gatehouse.graph;

import io.gatehouse.graph.GraphFailure.Throttled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * The calls that one app registration may still make in one tenant, in rolling windows. It never
 * sleeps: an exhausted window is a {@link Throttled} failure before anything is sent, so the wait
 * happens where it costs no thread.
 *
 * <p>Share one budget between all connections of the same registration. Graph's general limit
 * (5,000 resource units in 10 s) is not counted here: what a call costs is known only from its
 * answer, and a 429 closes the bucket anyway.
 */
public final class CallBudget {

  /** What a call counts against. Limits: Learn, throttling-limits. */
  public enum Bucket {
    /** Ordinary reads: not counted, only closed while Graph asks for silence. */
    READ(Integer.MAX_VALUE, Duration.ZERO),
    /** Reads that select signInActivity. */
    SIGN_IN_ACTIVITY(10, Duration.ofSeconds(60)),
    /** Everything below /auditLogs. */
    AUDIT_LOG(5, Duration.ofSeconds(10)),
    /** PATCH, POST and DELETE on directory objects. */
    WRITE(3_000, Duration.ofSeconds(150));

    private final int calls;
    private final Duration window;

    Bucket(int calls, Duration window) {
      this.calls = calls;
      this.window = window;
    }
  }

  /**
   * A slot is counted from sending, Graph counts from arrival: a call that arrives sooner after
   * sending than the one whose slot it takes would be one too many. Measured in {@code
   * benchmarks/run budget}: without it a tenth of a scan's calls were refused, and the budget's use
   * fell from 98 to 90 %.
   */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

  private final String registration;
  private final Clock clock;
  private final Map<Bucket, Deque<Instant>> taken = new EnumMap<>(Bucket.class);
  private final Map<Bucket, Instant> closedUntil = new EnumMap<>(Bucket.class);

  /** Of a registration that is counted under no name of its own. */
  public CallBudget(Clock clock) {
    this("other", clock);
  }

  /**
   * Full.
   *
   * @param registration whose calls they are, for whoever watches: reader, looker or writer
   */
  public CallBudget(String registration, Clock clock) {
    this.registration = registration;
    this.clock = clock;
  }

  String registration() {
    return registration;
  }

  /**
   * Counts the call that is about to be sent.
   *
   * @throws GraphException with {@link Throttled} until the next free slot; the call is then not
   *     counted
   */
  synchronized void take(GraphCall call) {
    var now = clock.instant();
    var bucket = call.bucket();
    var free = nextFree(bucket, now);
    if (free.isAfter(now)) {
      throw GraphException.of(call, new Throttled(wait(now, free)), null, null);
    }
    slots(bucket).addLast(now);
  }

  /**
   * Closes the call's bucket because Graph asked for silence. Never shortens a closure already
   * known.
   */
  synchronized void close(GraphCall call, Duration silence) {
    var until = clock.instant().plus(silence);
    closedUntil.merge(call.bucket(), until, (known, asked) -> asked.isAfter(known) ? asked : known);
  }

  private Instant nextFree(Bucket bucket, Instant now) {
    var slots = slots(bucket);
    while (!slots.isEmpty()
        && !slots.getFirst().plus(bucket.window).plus(ON_THE_WAY).isAfter(now)) {
      slots.removeFirst();
    }
    var open = closedUntil.getOrDefault(bucket, Instant.MIN);
    if (slots.size() < bucket.calls) {
      return open;
    }
    var slot = slots.getFirst().plus(bucket.window).plus(ON_THE_WAY);
    return slot.isAfter(open) ? slot : open;
  }

  /** Exact, so that no slot stays empty; rounded up to the millisecond that timers can wait. */
  private static Duration wait(Instant now, Instant free) {
    return Duration.between(now, free).plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
  }

  private Deque<Instant> slots(Bucket bucket) {
    return taken.computeIfAbsent(bucket, _ -> new ArrayDeque<>());
  }
}
