package io.gatehouse.rehearsal;

import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.ScanPage;
import io.gatehouse.guest.ScanReadActivities;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A directory of some pages with ten guests each. */
final class FakePages implements ScanReadActivities {
  private final Journal journal;
  private final Script script;
  private final Queue<OpenedBatch> batches = new ConcurrentLinkedQueue<>();
  private volatile int pages = 1;
  private volatile int sponsorPages = 1;

  FakePages(Journal journal, Script script) {
    this.journal = journal;
    this.script = script;
  }

  void count(int pagesInAll) {
    pages = pagesInAll;
  }

  void countSponsors(int pagesInAll) {
    sponsorPages = pagesInAll;
  }

  void nextBatch(OpenedBatch batch) {
    batches.add(batch);
  }

  @Override
  public ScanPage readSponsors(String scanId, int page) {
    script.play("readSponsors " + page);
    journal.write("reads sponsors " + page);
    return new ScanPage(10, page < sponsorPages);
  }

  @Override
  public void readInvitations(String scanId) {
    script.play("readInvitations");
    journal.write("keeps invitations");
  }

  @Override
  public ScanPage readPage(String scanId, int page) {
    script.play("readPage " + page);
    journal.write("reads page " + page);
    return new ScanPage(10, page < pages);
  }

  @Override
  public OpenedBatch open(String scanId, @Nullable String cursor) {
    journal.write("opens after " + cursor);
    OpenedBatch batch = batches.poll();
    return batch == null ? new OpenedBatch(0, 0, null) : batch;
  }
}
