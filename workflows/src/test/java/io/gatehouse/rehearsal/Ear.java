package io.gatehouse.rehearsal;

import io.gatehouse.sponsor.Delivery;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Stands where a lifecycle would and remembers what a desk reports. */
@WorkflowInterface
public interface Ear {
  @WorkflowMethod
  void run();

  @SignalMethod
  void heard(Delivery delivery);

  @QueryMethod
  Delivery[] deliveries();
}
