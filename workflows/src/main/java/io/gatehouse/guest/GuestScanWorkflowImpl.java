package io.gatehouse.guest;

import io.gatehouse.safety.Judgement;
import io.gatehouse.temporal.Activities;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Read, judge, open. Counters and a cursor in the history, never guests. */
public final class GuestScanWorkflowImpl implements GuestScanWorkflow {
  /** Lifecycles in motion are the load on Temporal, not parked ones: opening keeps a pace. */
  private static final Duration PACE = Duration.ofSeconds(5);

  private final ScanActivities scan = Activities.scan("record the scan");
  private final ScanReadActivities sponsors = Activities.scanRead("read a page of sponsors");
  private final ScanReadActivities read = Activities.scanRead("read a page of guests");
  private final ScanReadActivities invitations = Activities.scanRead("keep who invited whom");
  private final ScanReadActivities open = Activities.scanRead("open lifecycles for guests due");

  private int pages;
  private int guests;
  private int opened;
  private int exempt;

  @Override
  public ScanReport run(ScanRequest request) {
    String scanId = Workflow.randomUUID().toString();
    scan.begin(scanId);
    readSponsors(scanId);
    String failure = readAll(scanId);
    keepInvitations(scanId);
    Judgement judgement = scan.judge(scanId, failure);
    switch (judgement) {
      case Judgement.Fit _ -> act(scanId);
      case Judgement.TooEarly _, Judgement.Unfit _ -> scan.finish(scanId, 0);
    }
    return new ScanReport(pages, guests, judgement, opened, exempt);
  }

  /** Without this list guests are judged by what else is known: nobody counts as sponsorless. */
  private void readSponsors(String scanId) {
    optionally(() -> {
      int page = 1;
      while (sponsors.readSponsors(scanId, page).more()) {
        page++;
      }
    });
  }

  private void keepInvitations(String scanId) {
    optionally(() -> invitations.readInvitations(scanId));
  }

  private static void optionally(Runnable reading) {
    try {
      reading.run();
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure) {
        throw failure;
      }
      Workflow.getLogger(GuestScanWorkflowImpl.class)
          .warn("the scan goes on without a list: {}", failure.getMessage());
    }
  }

  /** Why not all pages could be read, null when all were. */
  private @Nullable String readAll(String scanId) {
    try {
      ScanPage page;
      do {
        page = read.readPage(scanId, pages + 1);
        pages++;
        guests += page.guests();
      } while (page.more());
      return null;
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure) {
        throw failure;
      }
      return failure.getCause() instanceof ApplicationFailure cause
          ? cause.getOriginalMessage()
          : "the directory did not answer in time";
    }
  }

  /** However far it gets, the scan's row says how far. */
  private void act(String scanId) {
    try {
      scan.tellRunning(scanId);
      openAll(scanId);
    } catch (ActivityFailure failure) {
      scan.finish(scanId, opened);
      throw failure;
    }
    scan.finish(scanId, opened);
  }

  private void openAll(String scanId) {
    String cursor = null;
    do {
      OpenedBatch batch = open.open(scanId, cursor);
      opened += batch.opened();
      exempt += batch.exempt();
      cursor = batch.cursor();
      if (cursor != null) {
        Workflow.newTimer(PACE, TimerOptions.newBuilder().setSummary("the pace of opening").build())
            .get();
      }
    } while (cursor != null);
  }
}
