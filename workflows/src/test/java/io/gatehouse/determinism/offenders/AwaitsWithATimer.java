package io.gatehouse.determinism.offenders;

import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Leaves its timer behind when the condition wins. */
public final class AwaitsWithATimer {
  public boolean answered() {
    return Workflow.await(Duration.ofDays(14), () -> true);
  }
}
