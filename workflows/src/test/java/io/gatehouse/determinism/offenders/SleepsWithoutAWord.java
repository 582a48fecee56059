package io.gatehouse.determinism.offenders;

import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Its timer says nothing in the UI. */
public final class SleepsWithoutAWord {
  public void sleep() {
    Workflow.sleep(Duration.ofDays(14));
  }
}
