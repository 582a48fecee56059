package io.gatehouse.rehearsal;

import io.gatehouse.guest.GuestScanWorkflow;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.ScanReport;
import io.gatehouse.guest.ScanRequest;
import io.gatehouse.safety.Judgement;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.WorkflowIds;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A scan of a directory with some pages. */
public final class ScanScene implements BeforeEachCallback, AfterEachCallback {
  private @Nullable Town town;

  @Override
  public void beforeEach(ExtensionContext context) {
    town = new Town();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    town().close(context.getExecutionException().isEmpty());
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

  public List<String> journal() {
    return town().journal();
  }

  public Town town() {
    return Objects.requireNonNull(town, "the test has not begun");
  }
}
