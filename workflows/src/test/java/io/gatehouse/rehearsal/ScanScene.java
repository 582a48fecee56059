package io.gatehouse.rehearsal;

import io.gatehouse.guest.GuestScanWorkflow;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.ScanReport;
import io.gatehouse.guest.ScanRequest;
import io.gatehouse.safety.Judgement;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import java.time.Duration;

/** A scan of a directory with some pages. */
public final class ScanScene extends TownScene {
  public ScanScene() {
    super(Wire.converter());
  }

  public void pages(int count) {
    town().pages().count(count);
  }

  public void sponsorPages(int count) {
    town().pages().countSponsors(count);
  }

  public void judgement(Judgement judgement) {
    town().scan().judgement(judgement);
  }

  public void nextBatch(OpenedBatch batch) {
    town().pages().nextBatch(batch);
  }

  public void pageFails(int page, FailureType type, String sentence) {
    fails("readPage " + page, type, sentence);
  }

  public void fails(String call, FailureType type, String sentence) {
    town().script().fail(call, type, sentence);
  }

  public void keepsFailing(String call, FailureType type, String sentence) {
    for (int i = 0; i < 200; i++) {
      fails(call, type, sentence);
    }
  }

  public void runs() {
    town().start(GuestScanWorkflow.class, WorkflowIds.scan("contoso"), new ScanRequest("contoso"));
    town().sleep(Duration.ofHours(13));
  }

  public ScanReport report() {
    return town().stub(WorkflowIds.scan("contoso")).getResult(ScanReport.class);
  }
}
