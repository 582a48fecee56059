package io.gatehouse.rehearsal;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.Role;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.common.converter.DataConverter;
import java.time.Duration;
import java.util.List;

/** Bob's desk, real, and lifecycles that only listen to what it reports. */
public final class DeskScene extends TownScene {
  public static final String DESK = WorkflowIds.desk("contoso", "bob");

  public DeskScene() {
    this(Wire.converter());
  }

  /** The same with payloads in another form. */
  public DeskScene(DataConverter converter) {
    super(converter);
  }

  /** A lifecycle that listens. */
  public void opens(String guest) {
    town().start(Ear.class, WorkflowIds.guest(ref(guest)));
  }

  public void nextMail(MailOutcome outcome) {
    town().post().nextMail(outcome);
  }

  public void nextMailFails(FailureType type, String sentence) {
    town().script().fail("send", type, sentence);
  }

  public void duringNextMail(Runnable scene) {
    town().script().during("send", scene);
  }

  /** Reminders after one and three days. */
  public void asks(String guest, int round) {
    asks(guest, round, Duration.ofDays(1), Duration.ofDays(3));
  }

  public void asks(String guest, int round, Duration... remindAfter) {
    town()
        .startDesk(
            new Question(
                ref(guest),
                Trigger.INACTIVE,
                round,
                "bob",
                Role.SPONSOR,
                Duration.ofDays(14),
                List.of(remindAfter)));
  }

  public void passes(Duration time) {
    town().sleep(time);
  }

  public Delivery[] heardBy(String guest) {
    return town().stub(WorkflowIds.guest(ref(guest))).query("deliveries", Delivery[].class);
  }

  public boolean deskIsOpen() {
    return town().isOpen(DESK);
  }

  public String details() {
    return town().details(DESK);
  }

  private static LifecycleRef ref(String guest) {
    return new LifecycleRef("contoso", guest, "opening-of-" + guest);
  }
}
