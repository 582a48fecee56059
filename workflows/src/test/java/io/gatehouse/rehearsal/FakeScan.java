package io.gatehouse.rehearsal;

import io.gatehouse.guest.ScanActivities;
import io.gatehouse.safety.Judgement;
import org.jspecify.annotations.Nullable;

/** The store's side of a scan: judges as it is told. */
final class FakeScan implements ScanActivities {
  private final Journal journal;
  private volatile Judgement judgement = new Judgement.Fit();

  FakeScan(Journal journal) {
    this.journal = journal;
  }

  void judgement(Judgement next) {
    judgement = next;
  }

  @Override
  public void begin(String scanId) {
    journal.write("scan begins");
  }

  @Override
  public Judgement judge(String scanId, @Nullable String failure) {
    journal.write("judges, failure: " + failure);
    return judgement;
  }

  @Override
  public void tellRunning(String scanId) {
    journal.write("tells running lifecycles");
  }

  @Override
  public void finish(String scanId, int opened) {
    journal.write("scan ends, opened " + opened);
  }
}
