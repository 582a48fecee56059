package io.gatehouse.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.peer.Peers;
import io.gatehouse.starter.answer.Delivered;
import io.gatehouse.starter.cli.CommandTree;
import io.gatehouse.starter.cli.Ending;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.lifecycle.Lifecycles;
import io.gatehouse.temporal.Wire;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.PortBoundTestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands as processes use them: over the network, by what the environment says. */
class CommandsOnTemporalTest {
  private static TestHouse house;
  private static PortBoundTestServer server;
  private static WorkflowServiceStubs stubs;
  private static WorkflowClient client;
  private static Crew crew;
  private static Map<String, String> environment;

  @BeforeAll
  static void open() {
    house = new TestHouse();
    int port = Peers.freePort();
    server = TestServer.createPortBoundServer(port);
    environment = new HashMap<>(house.environment());
    environment.put("GATEHOUSE_TEMPORAL_TARGET", "127.0.0.1:" + port);
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:" + port).build());
    client =
        WorkflowClient.newInstance(
            stubs, WorkflowClientOptions.newBuilder().setDataConverter(Wire.converter()).build());
    serve(); // registers the search attributes that lifecycles need
    crew = Crew.on(client, house.store);
  }

  @AfterAll
  static void close() {
    crew.close();
    stubs.shutdownNow();
    server.close();
    house.close();
  }

  @Test
  void serve_starts_again_where_the_search_attributes_are_registered() {
    assertThat(serve()).matches(Pattern.compile("Pages: http://127.0.0.1:\\d+ .*", Pattern.DOTALL));
  }

  @Test
  void an_operator_holds_releases_and_decides_and_reads_the_receipts() {
    GuestRow guest = house.guest("Ann Operated", "STALE", "IN_PROGRESS", 200);
    LifecycleRow lifecycle = house.running(guest, client);
    String id = guest.guestId().substring(0, 13);

    assertThat(run("guest", "hold", id, "--until", "2027-01-31", "--reason", "on leave"))
        .startsWith("Ann Operated: On hold: nothing happens");
    assertThat(run("guest", "release", id, "--reason", "back"))
        .startsWith("Ann Operated: Released");
    assertThat(run("guest", "release", id, "--reason", "again"))
        .startsWith("Ann Operated: The lifecycle is not on hold");
    assertThat(run("guest", "decide", id, "remove", "--reason", "left"))
        .startsWith("Ann Operated: Remove is recorded.");

    assertThat(house.store.ledger().of(lifecycle.openingId()))
        .extracting(EntryRow::kind)
        .containsExactly(
            "answer.recorded",
            "answer.applied",
            "answer.recorded",
            "answer.applied",
            "answer.recorded",
            "answer.refused",
            "answer.recorded",
            "answer.applied");
  }

  @Test
  void what_makes_no_sense_now_is_refused_in_the_words_of_the_lifecycle() {
    GuestRow guest = house.guest("Ann Unmoved", "STALE", "IN_PROGRESS", 200);
    LifecycleRow lifecycle = house.running(guest, client);
    String id = guest.guestId();

    assertThat(run("guest", "retry", id, "--reason", "x"))
        .startsWith("Ann Unmoved: The lifecycle does not wait for an operator");
    assertThat(run("guest", "restore", id, "--reason", "x"))
        .startsWith("Ann Unmoved: Nothing was taken yet");
    assertThat(run("guest", "extend", id, "--days", "7", "--reason", "x"))
        .startsWith("Ann Unmoved: No date is running that could be moved");
    assertThat(house.store.answers().of(lifecycle.openingId()))
        .extracting(AnswerRow::choice, AnswerRow::state)
        .containsExactly(
            tuple("RETRY", "REFUSED"), tuple("RESTORE", "REFUSED"), tuple("EXTEND", "REFUSED"));
  }

  @Test
  void an_operator_has_somebody_else_asked() {
    GuestRow guest = house.guest("Ann Reassigned", "STALE", "IN_PROGRESS", 200);
    LifecycleRow lifecycle = house.running(guest, client);
    String carol = "CA401000-0000-4000-8000-000000000002";

    assertThat(run("guest", "reassign", guest.guestId(), "--to", carol, "--reason", "moved teams"))
        .startsWith("Ann Reassigned: The person named is asked next.");

    LifecycleRow now = house.store.lifecycles().find(lifecycle.openingId()).orElseThrow();
    assertThat(now.waitingFor()).isEqualTo("the person named");
    assertThat(house.store.answers().of(lifecycle.openingId()))
        .extracting(AnswerRow::refersTo)
        .containsExactly("ca401000-0000-4000-8000-000000000002");
  }

  @Test
  void two_people_open_the_gate_and_those_who_wait_for_it_are_told() {
    LifecycleRow waiting =
        house.running(house.guest("Ann Waiting", "STALE", "IN_PROGRESS", 200), client);
    house.store.lifecycles().stage(waiting.openingId(), "NOTICE", Lifecycles.GATE, null);
    run("pause", "--reason", "a look at the caps");

    assertThat(run("resume", "--reason", "caps are fine"))
        .startsWith("You have asked to open the gate. It opens when somebody else");
    assertThat(run("resume", "--reason", "caps are really fine"))
        .startsWith("You have asked yourself: what is missing is somebody else with the role");
    assertThat(house.store.safety().current().gateIsOpen()).isFalse();
    assertThat(runAs(TestPeople.ERIK, "resume", "--reason", "I looked too"))
        .startsWith(
            "The gate is open, as %s asked and you approved; 1 lifecycle looks again."
                .formatted(TestPeople.OLIVIA));
    assertThat(house.store.safety().current().gateIsOpen()).isTrue();
    assertThat(run("resume", "--reason", "twice")).startsWith("The gate is open already.");
  }

  @Test
  void without_an_enrolled_key_a_hold_works_and_nothing_else_does() {
    GuestRow guest = house.guest("Ann Unproved", "STALE", "IN_PROGRESS", 200);
    LifecycleRow lifecycle = house.running(guest, client);
    String id = guest.guestId();

    assertThat(runAs("nobody", "guest", "decide", id, "remove", "--reason", "x"))
        .startsWith("Who you are is not proved: there is no key in ")
        .contains("./gatehouse key enroll");
    assertThat(runAs("nobody", "guest", "hold", id, "--until", "2027-01-31", "--reason", "odd"))
        .startsWith("Ann Unproved: On hold")
        .contains("Who you are is not proved, and that stands in the ledger");
    assertThat(runAs("nobody", "guest", "release", id, "--reason", "x"))
        .startsWith("Who you are is not proved");
    assertThat(house.store.answers().of(lifecycle.openingId()))
        .extracting(AnswerRow::choice, AnswerRow::state, AnswerRow::statement)
        .containsExactly(tuple("HOLD", "APPLIED", null));
    assertThat(run("guest", "release", id, "--reason", "all is well"))
        .startsWith("Ann Unproved: Released");
  }

  @Test
  void somebody_else_s_name_in_the_database_is_not_delivered_as_theirs() {
    GuestRow guest = house.guest("Ann Forged", "STALE", "IN_PROGRESS", 200);
    LifecycleRow lifecycle = house.running(guest, client);
    var forged =
        AnswerRow.recorded(
            UUID.randomUUID(),
            lifecycle.openingId(),
            guest.guestId(),
            null,
            TestPeople.ERIK,
            "OPERATOR",
            "REMOVE",
            null,
            "typed into the database",
            null,
            "ENFORCE",
            house.clock.instant());
    house.store.answers().record(forged);

    var delivered = house.delivery(client).deliver(forged.answerId(), Duration.ofSeconds(10));

    assertThat(delivered)
        .isInstanceOfSatisfying(
            Delivered.Refused.class,
            refused -> assertThat(refused.sentence()).startsWith("Who sent this is not proved"));
  }

  /** The same as somebody else. */
  private static String runAs(String subject, String... arguments) {
    var mine = new HashMap<>(environment);
    environment.putAll(house.keyOf(subject));
    try {
      return run(arguments);
    } finally {
      environment.putAll(mine);
    }
  }

  /** Output and errors of one command. */
  private static String run(String... arguments) {
    return Ending.said(environment, arguments);
  }

  /** Runs {@code serve} until its pages answer, then ends it as an interrupt would. */
  private static String serve() {
    var said = new StringWriter();
    Thread process =
        Thread.ofPlatform()
            .start(() ->
                CommandTree.create(environment)
                    .setOut(new PrintWriter(said, true))
                    .setErr(new PrintWriter(said, true))
                    .execute("serve"));
    try {
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      var address = Pattern.compile("Pages: http://127.0.0.1:(\\d+)");
      while (System.nanoTime() < patience && process.isAlive()) {
        var found = address.matcher(said.toString());
        if (found.find()) {
          var visitor = new Visitor(Integer.parseInt(found.group(1)));
          assertThat(visitor.get("/health").body()).isEqualTo("ok\n");
          break;
        }
        Thread.onSpinWait();
      }
      process.interrupt();
      process.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return said.toString();
  }
}
