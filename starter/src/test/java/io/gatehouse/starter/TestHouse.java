package io.gatehouse.starter;

import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.GuestLifecycleWorkflowImpl;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Opening;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.starter.policy.PolicyApplication;
import io.gatehouse.starter.policy.PolicyFile;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
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
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
    PolicyFile policy = PolicyFile.read(Path.of("..", "docs", "operator", "policy.example.yaml"));
    new PolicyApplication(store, clock).apply(policy, "tester");
    store.safety().setMode("ENFORCE", clock.instant(), "tester");
    store.scans().begin(scan, clock.instant(), "ENFORCE", 1);
    store.people().upsert(new PersonRow(BOB, "Bob Example", "bob@example.com", clock.instant()));
  }

  /** Lets lifecycles run: everybody is asked through Bob, who is the tenant's sponsor of all. */
  public void work() {
    var core = temporal.newWorker(TaskQueues.CORE);
    core.registerWorkflowImplementationTypes(GuestLifecycleWorkflowImpl.class);
    core.registerActivitiesImplementations(new QuietActivities.Core());
    temporal
        .newWorker(TaskQueues.GRAPH_READ)
        .registerActivitiesImplementations(new QuietActivities.Directory());
    temporal.start();
  }

  public GuestRow guest(
      String name, String inactivity, String standing, @Nullable Integer daysAgo) {
    String id = UUID.randomUUID().toString();
    Instant last = daysAgo == null ? null : clock.instant().minus(Duration.ofDays(daysAgo));
    var row =
        new GuestRow(
            id,
            name,
            name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@partner.example.com",
            null,
            "Partner Ltd",
            "Guest",
            "Accepted",
            true,
            false,
            false,
            MORNING.minus(Duration.ofDays(900)),
            last,
            null,
            last,
            last,
            inactivity,
            daysAgo == null ? "no sign-in date" : "last sign-in %d days ago".formatted(daysAgo),
            standing,
            standing.equals("IN_PROGRESS") ? "a lifecycle is running" : "as read by the scan",
            clock.instant(),
            scan,
            clock.instant(),
            null,
            null);
    store.guests().upsert(List.of(row));
    return store.guests().find(id).orElseThrow();
  }

  /** A lifecycle in the store, asked of Bob in round 1; its workflow does not run. */
  public LifecycleRow lifecycle(GuestRow guest, Role role) {
    Plan plan = plan(guest);
    Instant now = clock.instant();
    LifecycleRow row =
        store
            .lifecycles()
            .open(
                LifecycleRow.opened(
                    UUID.randomUUID(),
                    guest.guestId(),
                    Trigger.INACTIVE.name(),
                    Stage.ASKED.name(),
                    "an answer",
                    now,
                    "ENFORCE",
                    1,
                    Wire.write(plan)));
    store.lifecycles().started(row.openingId(), now);
    store.questions().ask(QuestionRow.asked(row.openingId(), 1, BOB, role.name(), now));
    store.questions().delivered(row.openingId(), 1, now, "ENFORCE");
    Instant answerBy = now.plus(plan.answerWithin());
    store.questions().deadlines(row.openingId(), 1, answerBy, answerBy);
    store.lifecycles().stage(row.openingId(), Stage.ASKED.name(), "an answer", answerBy);
    return store.lifecycles().find(row.openingId()).orElseThrow();
  }

  /** The same with a running workflow that has asked Bob. */
  public LifecycleRow running(GuestRow guest) {
    return running(guest, client);
  }

  LifecycleRow running(GuestRow guest, WorkflowClient client) {
    LifecycleRow row = lifecycle(guest, Role.SPONSOR);
    var ref = new LifecycleRef(TENANT, row.guestId(), row.openingId().toString());
    var stub =
        client.newWorkflowStub(
            GuestLifecycleWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.guest(ref))
                .setTaskQueue(TaskQueues.CORE)
                .build());
    WorkflowClient.start(stub::run, new Opening(ref, Trigger.INACTIVE, plan(guest), 1));
    QuietActivities.awaitAsked(row.openingId().toString());
    return row;
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

  public Settings settings() {
    return Settings.of(environment(), Part.DATABASE, Part.READER, Part.PAGES);
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
    return map;
  }

  public Serve serve() {
    return Serve.start(settings(), clock, client);
  }

  @Override
  public void close() {
    temporal.close();
    database.close();
  }

  private Plan plan(GuestRow guest) {
    return Plan.of(AppliedPolicy.newest(store).orElseThrow(), guest.guestId());
  }
}
