package io.gatehouse.benchmark.scan;

import io.gatehouse.benchmark.SkippingClock;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.ScanActivities;
import io.gatehouse.guest.ScanPage;
import io.gatehouse.guest.ScanReadActivities;
import io.gatehouse.safety.Judgement;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The activities of one scan in the workflow's order. What Temporal would wait between attempts the
 * clock skips, so that the budget is kept and nobody sleeps.
 */
final class WholeScan {
  /** Hears of every step that is done. */
  @FunctionalInterface
  interface Listener {
    void done(String step, int guests);
  }

  private static final int BATCH = 10;

  private final ScanActivities scan;
  private final ScanReadActivities reader;
  private final SkippingClock clock;
  private final Listener listener;

  WholeScan(
      ScanActivities scan, ScanReadActivities reader, SkippingClock clock, Listener listener) {
    this.scan = scan;
    this.reader = reader;
    this.clock = clock;
    this.listener = listener;
  }

  Judgement run() {
    String id = UUID.randomUUID().toString();
    scan.begin(id);
    pages("sponsors", page -> reader.readSponsors(id, page));
    pages("guests", page -> reader.readPage(id, page));
    attempt(() -> {
      reader.readInvitations(id);
      return id;
    });
    var judgement = scan.judge(id, null);
    listener.done("judge", 0);
    if (judgement instanceof Judgement.Fit) {
      scan.tellRunning(id);
      openAll(id);
    }
    scan.finish(id, 0);
    return judgement;
  }

  private void pages(String step, IntFunction<ScanPage> reading) {
    int page = 0;
    boolean more;
    do {
      int number = ++page;
      var read = attempt(() -> reading.apply(number));
      listener.done(step, read.guests());
      more = read.more();
    } while (more);
  }

  private void openAll(String id) {
    @Nullable String cursor = null;
    do {
      String from = cursor;
      OpenedBatch batch = attempt(() -> reader.open(id, from));
      listener.done("open", BATCH);
      cursor = batch.cursor();
    } while (cursor != null);
  }

  private <T> T attempt(Supplier<T> activity) {
    while (true) {
      try {
        return activity.get();
      } catch (ApplicationFailure failure) {
        Duration delay = failure.getNextRetryDelay();
        if (delay == null) {
          throw failure;
        }
        clock.skip(delay);
      }
    }
  }
}
