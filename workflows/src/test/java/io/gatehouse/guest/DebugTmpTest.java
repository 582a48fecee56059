package io.gatehouse.guest;

import io.gatehouse.rehearsal.DeskScene;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.rehearsal.Town;
import io.gatehouse.temporal.WorkflowIds;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DebugTmpTest {
  @RegisterExtension final Tenant tenant = new Tenant();
  @RegisterExtension final DeskScene desk = new DeskScene();

  @Test
  void cancel() throws Exception {
    tenant.during("ask", () -> tenant.lifecycle().cancel());
    try {
      tenant
          .town()
          .start(
              GuestLifecycleWorkflow.class,
              WorkflowIds.guest(Tenant.ANN),
              new Opening(Tenant.ANN, Trigger.INACTIVE, Tenant.PLAN, 7));
    } finally {
      Thread.sleep(4000);
      System.out.println("CANCEL " + tenant.journal());
      tenant
          .town()
          .history(WorkflowIds.guest(Tenant.ANN))
          .getEvents()
          .forEach(e ->
              System.out.println(
                  "C "
                      + e.getEventId()
                      + " "
                      + e.getEventType()
                      + (e.hasWorkflowTaskFailedEventAttributes()
                          ? e.getWorkflowTaskFailedEventAttributes().getFailure().getMessage()
                          : "")));
    }
  }

  @Test
  void nobody() throws Exception {
    desk.asks("nobody", 1);
    desk.passes(Duration.ofDays(1));
    System.out.println("DESK " + desk.journal());
    var f = DeskScene.class.getDeclaredField("town");
    f.setAccessible(true);
    ((Town) f.get(desk))
        .history(DeskScene.DESK)
        .getEvents()
        .forEach(e ->
            System.out.println(
                "D "
                    + e.getEventId()
                    + " "
                    + e.getEventType()
                    + (e.hasWorkflowTaskFailedEventAttributes()
                        ? e.getWorkflowTaskFailedEventAttributes().getFailure().getMessage()
                        : "")));
    System.out.println(((Town) f.get(desk)).history(DeskScene.DESK).getEvents().getLast());
  }
}
