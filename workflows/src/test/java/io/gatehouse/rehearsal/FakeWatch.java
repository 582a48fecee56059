package io.gatehouse.rehearsal;

import io.gatehouse.watch.WatchActivities;
import io.gatehouse.watch.WatchedBatch;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Finds what it is told to, else nothing. */
final class FakeWatch implements WatchActivities {
  private final Journal journal;
  private final Script script;
  private final Queue<WatchedBatch> batches = new ConcurrentLinkedQueue<>();

  FakeWatch(Journal journal, Script script) {
    this.journal = journal;
    this.script = script;
  }

  void next(WatchedBatch batch) {
    batches.add(batch);
  }

  @Override
  public WatchedBatch watch(@Nullable String cursor) {
    journal.write("watches after " + cursor);
    script.play("watch");
    WatchedBatch next = batches.poll();
    return next == null ? new WatchedBatch(0, 0, null) : next;
  }
}
