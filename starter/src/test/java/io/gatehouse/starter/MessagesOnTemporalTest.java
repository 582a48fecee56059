package io.gatehouse.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.attestation.Receipt;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Traces;
import io.gatehouse.peer.DevServer;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.serve.SearchAttributeRegistration;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers to lifecycles that cannot hear, on a real server. */
class MessagesOnTemporalTest {
  private static DevServer server;
  private static TestHouse house;
  private static WorkflowClient client;
  private static Serve serve;
  private static LifecycleRow waiting;
  private static LifecycleRow closed;

  @BeforeAll
  static void open() {
    server = DevServer.start();
    house = new TestHouse();
    client = server.client(Wire.converter());
    SearchAttributeRegistration.ensure(client);
    serve =
        Serve.start(
            house.settings(),
            house.people.keys(TestPeople.OLIVIA),
            Encryption.NONE,
            house.clock,
            client,
            Traces.NONE);
    try (var _ = Crew.on(client, house.store)) {
      waiting = running("Ann Waiting");
      closed = running("Ann Closed");
      WorkflowStub workflow = client.newUntypedWorkflowStub(id(closed));
      workflow.cancel();
      assertThatThrownBy(() -> workflow.getResult(Void.class))
          .isInstanceOf(WorkflowFailedException.class);
    } // from here on nobody works
  }

  @AfterAll
  static void close() {
    if (serve != null) {
      serve.close();
    }
    if (house != null) {
      house.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void an_answer_while_no_worker_runs_is_safe_and_delivered_when_one_does() {
    assertThat(answered(waiting))
        .contains("Your answer is safe and will be carried out as soon as")
        .doesNotContain("too late");
    assertThat(answers(waiting)).extracting(AnswerRow::state).containsExactly("RECORDED");

    try (var _ = Crew.on(client, house.store)) {
      until(() -> serve.answers().deliverPending() > 0);
    }
    assertThat(answers(waiting)).extracting(AnswerRow::state).containsExactly("APPLIED");
  }

  @Test
  void an_answer_to_a_lifecycle_that_closed_is_refused_in_a_sentence() {
    assertThat(answered(closed))
        .contains("The lifecycle has ended already: nothing is left to decide.");
    assertThat(answers(closed)).extracting(AnswerRow::state).containsExactly("REFUSED");
    WorkflowStub workflow = client.newUntypedWorkflowStub(id(closed));
    assertThatThrownBy(() -> workflow.update("hold", Receipt.class, new Object[] {null, null}))
        .as("also from Temporal itself")
        .isInstanceOf(WorkflowNotFoundException.class);
  }

  /** What the page says after its answer. */
  private static String answered(LifecycleRow lifecycle) {
    String token = house.token(lifecycle, Duration.ofDays(10));
    return new Visitor(serve.port())
        .post("/a/" + token, "choice=remove&reason=the+project+ended")
        .body();
  }

  private static LifecycleRow running(String name) {
    var guest = house.guest(name, "STALE", "IN_PROGRESS", 200);
    return TestHouse.running(house.lifecycle(guest, Role.SPONSOR), client);
  }

  private static List<AnswerRow> answers(LifecycleRow lifecycle) {
    return house.store.answers().of(lifecycle.openingId());
  }

  private static String id(LifecycleRow row) {
    return WorkflowIds.guest(
        new LifecycleRef(TestHouse.TENANT, row.guestId(), row.openingId().toString()));
  }

  private static void until(BooleanSupplier holds) {
    long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited a minute").isLessThan(patience);
      Thread.onSpinWait();
    }
  }
}
