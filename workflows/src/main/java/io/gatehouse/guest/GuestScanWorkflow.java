package io.gatehouse.guest;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Reads all guests, judges the reading, opens lifecycles for those due: {@code scan/{tenant}}. */
@WorkflowInterface
public interface GuestScanWorkflow {
  @WorkflowMethod
  ScanReport run(ScanRequest request);
}
