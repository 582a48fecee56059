package io.gatehouse.starter;

import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Opening;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Traces;
import io.gatehouse.policy.Mode;
import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.actor.ClockCheck;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.answer.AnswerBook;
import io.gatehouse.starter.answer.AnswerDelivery;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.LinkRow;
import io.gatehouse.store.attestation.LinkToken;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.temporal.SearchAttributes;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A house on a real database and the Temporal server in the JVM, with one policy in force. */
public final class TestHouse implements AutoCloseable {
  public static final String TENANT = "11111111-2222-4333-8444-555555555555";
  public static final Instant MORNING = Instant.parse("2027-03-01T08:00:00Z");
  public static final String BOB = "b0b00000-0000-4000-8000-000000000001";

  public final TestDatabase database = TestDatabase.fresh();
  public final Store store = database.store(TENANT);
  public final MovableClock clock = new MovableClock(MORNING);
  public final TestWorkflowEnvironment temporal;
  public final WorkflowClient client;
  public final UUID scan = UUID.randomUUID();
  public final TestPeople people = new TestPeople(database, store, clock);
  public final TestPolicy policy = new TestPolicy(store, clock, people.olivia);
  private final SecureRandom random = new SecureRandom();

  public TestHouse() {
    var clients = WorkflowClientOptions.newBuilder().setDataConverter(Wire.converter()).build();
    var options =
        TestEnvironmentOptions.newBuilder()
            .setInitialTime(MORNING)
            .setWorkflowClientOptions(clients);
    SearchAttributes.ALL.forEach(
        (String name, IndexedValueType type) -> options.registerSearchAttribute(name, type));
    temporal = TestWorkflowEnvironment.newInstance(options.build());
    // Not the environment's own client: that one lets time run while it waits.
    client = WorkflowClient.newInstance(temporal.getWorkflowServiceStubs(), clients);
    policy.mode(Mode.ENFORCE);
    store.scans().begin(scan, clock.instant(), "ENFORCE", 1);
    store
        .people()
        .upsert(List.of(new PersonRow(BOB, "Bob Example", "bob@example.com", clock.instant())));
  }

  /** Lets lifecycles run: everybody is asked through Bob, who is the tenant's sponsor of all. */
  public void work() {
    Crew.join(temporal.getWorkerFactory(), store);
    temporal.start();
  }

  public GuestRow guest(
      String name, String inactivity, String standing, @Nullable Integer daysAgo) {
    return guest(
        GuestSketch.of(name)
            .created(MORNING.minus(Duration.ofDays(900)))
            .signedIn(daysAgo == null ? null : clock.instant().minus(Duration.ofDays(daysAgo)))
            .judged(
                inactivity,
                daysAgo == null ? "no sign-in date" : "last sign-in %d days ago".formatted(daysAgo),
                standing));
  }

  public GuestRow guest(GuestSketch sketch) {
    return guest(sketch.row(scan, clock.instant()));
  }

  public GuestRow guest(GuestRow row) {
    store.guests().upsert(List.of(row));
    return store.guests().find(row.guestId()).orElseThrow();
  }

  /** A lifecycle in the store, asked of Bob in round 1; its workflow does not run. */
  public LifecycleRow lifecycle(GuestRow guest, Role role) {
    return lifecycle(guest, Trigger.INACTIVE, role);
  }

  /** The same, opened for a reason of the test's choice. */
  public LifecycleRow lifecycle(GuestRow guest, Trigger trigger, Role role) {
    return lifecycle(guest, trigger, role, BOB);
  }

  /** The same, asked of somebody else. */
  public LifecycleRow lifecycle(GuestRow guest, Trigger trigger, Role role, String asked) {
    Plan plan = plan(guest, trigger);
    Instant now = clock.instant();
    LifecycleRow row =
        store
            .lifecycles()
            .open(
                LifecycleRow.opened(
                    UUID.randomUUID(),
                    guest.guestId(),
                    trigger.name(),
                    Stage.ASKED.name(),
                    "an answer",
                    now,
                    "ENFORCE",
                    1,
                    Wire.write(plan)));
    store.lifecycles().started(Map.of(row.openingId(), "a run"), now);
    store.questions().ask(QuestionRow.asked(row.openingId(), 1, asked, role.name(), now));
    store.questions().delivered(row.openingId(), 1, now, "ENFORCE");
    Instant answerBy = now.plus(plan.answerWithin());
    store.questions().deadline(row.openingId(), 1, answerBy);
    store.lifecycles().stage(row.openingId(), Stage.ASKED.name(), "an answer", answerBy);
    return store.lifecycles().find(row.openingId()).orElseThrow();
  }

  /** The same with a running workflow that has asked Bob. */
  public LifecycleRow running(GuestRow guest) {
    return running(guest, client);
  }

  /** Of a guest of this name, who has not signed in for long. */
  public LifecycleRow running(String name) {
    return running(guest(name, "STALE", "IN_PROGRESS", 200));
  }

  /** Lets the workflow of a lifecycle run that is in the store only. */
  public LifecycleRow running(LifecycleRow row) {
    return running(row, client);
  }

  LifecycleRow running(GuestRow guest, WorkflowClient client) {
    return running(lifecycle(guest, Role.SPONSOR), client);
  }

  static LifecycleRow running(LifecycleRow row, WorkflowClient client) {
    LifecycleRef ref = ref(row);
    var stub =
        client.newWorkflowStub(
            GuestLifecycleWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.guest(ref))
                .setTaskQueue(TaskQueues.CORE)
                .build());
    WorkflowClient.start(
        stub::run,
        new Opening(
            ref,
            Trigger.valueOf(row.trigger()),
            Wire.read(row.plan(), Plan.class),
            row.policyVersion()));
    QuietActivities.awaitAsked(ref.openingId());
    return row;
  }

  /**
   * Bob's mail was taken by his server: from here on the lifecycle knows when the answer is due.
   */
  public void delivered(LifecycleRow row) {
    String id = WorkflowIds.guest(ref(row));
    client
        .newUntypedWorkflowStub(id)
        .signal("heard", new Delivery(row.openingId().toString(), 1, MORNING));
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (client.fetchHistory(id).getEvents().stream()
        .noneMatch(HistoryEvent::hasTimerStartedEventAttributes)) {
      if (System.nanoTime() > patience) {
        throw new IllegalStateException("the lifecycle does not wait for the answer");
      }
      Thread.onSpinWait();
    }
  }

  private static LifecycleRef ref(LifecycleRow row) {
    return new LifecycleRef(TENANT, row.guestId(), row.openingId().toString());
  }

  /** Lets the lifecycle come to where it waits for an operator. */
  public void awaitParked(LifecycleRow row) {
    QuietActivities.awaitParked(row.openingId().toString());
  }

  /** A link for Bob's round. */
  public String token(LifecycleRow lifecycle, Duration validFor) {
    String token = LinkToken.mint(random);
    Instant now = clock.instant();
    store
        .links()
        .issue(
            LinkToken.hash(token),
            new LinkRow(lifecycle.openingId(), 1, BOB, now, now.plus(validFor)));
    return token;
  }

  /** An answer as the pages write it down, on its way to nobody yet. */
  public AnswerRow record(LifecycleRow lifecycle, Actor actor, Act act) {
    return new AnswerBook(store, clock, people.pages).record(lifecycle, actor, act);
  }

  public String state(AnswerRow answer) {
    return store.answers().find(answer.answerId()).orElseThrow().state();
  }

  /** What carries answers to lifecycles that this client reaches. */
  public AnswerDelivery delivery(WorkflowClient through) {
    return new AnswerDelivery(store, through, clock, ClockCheck.of(store, clock), people.pages);
  }

  public Settings settings() {
    return Settings.of(environment(), Part.DATABASE, Part.READER, Part.PAGES);
  }

  /** The same with further variables. */
  public Settings settings(Map<String, String> more) {
    Map<String, String> environment = environment();
    environment.putAll(more);
    return Settings.of(environment, Part.DATABASE, Part.READER, Part.PAGES);
  }

  public Map<String, String> environment() {
    var map = new HashMap<String, String>();
    map.put("GATEHOUSE_TENANT", TENANT);
    map.put("GATEHOUSE_DB_URL", database.url());
    map.put("GATEHOUSE_DB_USER", TestDatabase.APP);
    map.put("GATEHOUSE_DB_PASSWORD", TestDatabase.PASSWORD);
    map.put("GATEHOUSE_DB_READER_USER", TestDatabase.READER);
    map.put("GATEHOUSE_DB_READER_PASSWORD", TestDatabase.PASSWORD);
    map.put("GATEHOUSE_PAGES_PORT", "0");
    map.putAll(keyOf(TestPeople.OLIVIA));
    return map;
  }

  /** What lets a command act as somebody. */
  public Map<String, String> keyOf(String subject) {
    var keys = people.keys(subject);
    return Map.of(
        "GATEHOUSE_KEY", keys.operator().toString(),
        "GATEHOUSE_SERVICE_KEY", keys.service().toString());
  }

  public Serve serve() {
    return serve(client, Traces.NONE);
  }

  /** Through a client whose calls are traced. */
  public Serve serve(WorkflowClient through, Traces traces) {
    return Serve.start(
        settings(), people.keys(TestPeople.OLIVIA), Encryption.NONE, clock, through, traces);
  }

  @Override
  public void close() {
    temporal.close();
    database.close();
  }

  private Plan plan(GuestRow guest, Trigger trigger) {
    return Plan.of(AppliedPolicy.newest(store).orElseThrow(), trigger, guest.guestId());
  }
}
