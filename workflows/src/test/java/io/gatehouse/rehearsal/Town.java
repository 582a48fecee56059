package io.gatehouse.rehearsal;

import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.GuestLifecycleWorkflowImpl;
import io.gatehouse.guest.GuestScanWorkflow;
import io.gatehouse.guest.GuestScanWorkflowImpl;
import io.gatehouse.guest.Opening;
import io.gatehouse.sponsor.Agenda;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.SponsorDeskWorkflow;
import io.gatehouse.sponsor.SponsorDeskWorkflowImpl;
import io.gatehouse.temporal.SearchAttributes;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.watch.LifecycleWatchWorkflow;
import io.gatehouse.watch.LifecycleWatchWorkflowImpl;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.context.WorkflowSerializationContext;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Temporal with skipped time, our workflows on their queues, and fakes for everything else. */
public final class Town {
  public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

  private static final Map<Class<?>, Class<?>> IMPLEMENTATIONS =
      Map.of(
          GuestLifecycleWorkflow.class, GuestLifecycleWorkflowImpl.class,
          SponsorDeskWorkflow.class, SponsorDeskWorkflowImpl.class,
          GuestScanWorkflow.class, GuestScanWorkflowImpl.class,
          LifecycleWatchWorkflow.class, LifecycleWatchWorkflowImpl.class,
          Ear.class, ListeningEar.class);

  private final DataConverter converter;
  private final TestWorkflowEnvironment env;
  private final WorkflowClient client;
  private final Journal journal;
  private final Script script = new Script();
  private final FakeDirectory directory;
  private final FakeLooks looks;
  private final FakeEffects effects;
  private final FakeOffice office;
  private final FakePost post;
  private final FakeActors actors;
  private final FakeScan scan;
  private final FakePages pages;
  private final FakeWatch watch;
  private final Map<String, Class<?>> started = new LinkedHashMap<>();

  public Town(DataConverter converter) {
    this.converter = converter;
    TestEnvironmentOptions.Builder options = Replay.options(converter).setInitialTime(START);
    SearchAttributes.ALL.forEach(options::registerSearchAttribute);
    env = TestWorkflowEnvironment.newInstance(options.build());
    // The environment's own client lets time run while it waits; this one leaves time to the test.
    client =
        WorkflowClient.newInstance(
            env.getWorkflowServiceStubs(),
            WorkflowClientOptions.newBuilder()
                .setNamespace(env.getNamespace())
                .setIdentity(Replay.IDENTITY)
                .setDataConverter(converter)
                .build());
    Supplier<Instant> clock = this::now;
    journal = new Journal(() -> Duration.between(START, clock.get()));
    directory = new FakeDirectory(journal, script);
    looks = new FakeLooks(journal, script);
    effects = new FakeEffects(journal, script, clock);
    office = new FakeOffice(journal, script, clock);
    post = new FakePost(journal, script, clock);
    actors = new FakeActors(journal, script);
    scan = new FakeScan(journal);
    pages = new FakePages(journal, script);
    watch = new FakeWatch(journal, script);
    Worker core = env.newWorker(TaskQueues.CORE);
    core.registerWorkflowImplementationTypes(IMPLEMENTATIONS.values().toArray(Class<?>[]::new));
    core.registerActivitiesImplementations(office, scan, actors, watch);
    env.newWorker(TaskQueues.GRAPH_READ).registerActivitiesImplementations(directory, pages);
    env.newWorker(TaskQueues.GRAPH_LOOK).registerActivitiesImplementations(looks);
    env.newWorker(TaskQueues.GRAPH_WRITE).registerActivitiesImplementations(effects);
    env.newWorker(TaskQueues.MAIL).registerActivitiesImplementations(post);
    env.start();
  }

  /** Starts a workflow without waiting for it. */
  public WorkflowStub start(Class<?> workflow, String id, Object... input) {
    var options = WorkflowOptions.newBuilder(options(id));
    if (input.length > 0 && input[0] instanceof Opening opening) { // as the real opener does
      options.setTypedSearchAttributes(
          SearchAttributes.atStart(opening, Instant.ofEpochMilli(env.currentTimeMillis())));
    }
    WorkflowStub stub = client.newUntypedWorkflowStub(workflow.getSimpleName(), options.build());
    stub.start(input);
    started.put(id, workflow);
    return stub;
  }

  /** Wakes the desk of a person, or starts it, as the real activity does. */
  public void startDesk(Question question) {
    String id = WorkflowIds.desk(question.ref().tenant(), question.sponsorId());
    client
        .newUntypedWorkflowStub(SponsorDeskWorkflow.class.getSimpleName(), options(id))
        .signalWithStart("ask", new Object[] {question}, new Object[] {new Agenda(List.of())});
    started.put(id, SponsorDeskWorkflow.class);
  }

  private static WorkflowOptions options(String id) {
    return WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(TaskQueues.CORE).build();
  }

  public WorkflowStub stub(String id) {
    return client.newUntypedWorkflowStub(id);
  }

  public WorkflowExecutionHistory history(String id) {
    return client.fetchHistory(id);
  }

  /** What the Temporal UI shows as current details. */
  public String details(String id) {
    return stub(id)
        .query("__temporal_workflow_metadata", WorkflowMetadata.class)
        .getCurrentDetails();
  }

  /** The class that implements a workflow type. */
  public static Class<?> implementationOf(String type) {
    return IMPLEMENTATIONS.entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().equals(type))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  public boolean isOpen(String id) {
    return stub(id).describe().getStatus()
        == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  public Instant now() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }

  public void sleep(Duration time) {
    env.sleep(time);
  }

  /** Ends the test: every history obeys the law and replays. */
  void close(boolean holdLaw) throws Exception {
    try {
      if (holdLaw) {
        for (var entry : started.entrySet()) {
          WorkflowExecutionHistory history = history(entry.getKey());
          HistoryLaw.holdsFor(
              history.getEvents(),
              converter.withContext(
                  new WorkflowSerializationContext(env.getNamespace(), entry.getKey())));
          Replay.of(history, implementationOf(entry.getValue().getSimpleName()), converter);
        }
      }
    } finally {
      // Closing waits a quarter of a second for pollers that have nothing to do: not in our time.
      Thread.ofVirtual().start(env::close);
    }
  }

  public List<String> journal() {
    return journal.lines();
  }

  /** Scripts what happens inside the next calls of activities. */
  Script script() {
    return script;
  }

  FakeDirectory directory() {
    return directory;
  }

  FakeLooks looks() {
    return looks;
  }

  FakeEffects effects() {
    return effects;
  }

  FakeOffice office() {
    return office;
  }

  FakePost post() {
    return post;
  }

  FakeScan scan() {
    return scan;
  }

  FakePages pages() {
    return pages;
  }

  FakeWatch watch() {
    return watch;
  }
}
