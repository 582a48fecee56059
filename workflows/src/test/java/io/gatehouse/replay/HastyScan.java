package io.gatehouse.replay;

import io.gatehouse.guest.GuestScanWorkflow;
import io.gatehouse.guest.ScanActivities;
import io.gatehouse.guest.ScanReport;
import io.gatehouse.guest.ScanRequest;
import io.gatehouse.safety.Judgement;
import io.gatehouse.temporal.Activities;

/** A scan that forgot to record its beginning: a change no running scan would survive. */
public final class HastyScan implements GuestScanWorkflow {
  private final ScanActivities scan = Activities.scan("record the scan");

  @Override
  public ScanReport run(ScanRequest request) {
    Judgement judgement = scan.judge("scan-1", null);
    return new ScanReport(0, 0, judgement, 0, 0);
  }
}
