package io.gatehouse.benchmark.lifecycle;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.GuestLifecycleWorkflowImpl;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Stage;
import io.gatehouse.policy.Silence;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.temporal.codec.DataKey;
import io.gatehouse.temporal.codec.EncryptingCodec;
import io.gatehouse.temporal.codec.Keyring;
import io.gatehouse.temporal.codec.PayloadCipher;
import io.gatehouse.temporal.codec.PlaintextWindow;
import io.gatehouse.worker.actor.SenderProver;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.guest.LifecycleStart;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Gatehouse's own workflow and store, payloads encrypted, ledger and read models written. */
final class GatehouseContender implements Contender {
  private final Plan plan;
  private final House house;
  private final Pages pages;
  private final WorkflowClient client;
  private final Deliveries deliveries = new Deliveries();
  private final Map<String, LifecycleRef> started = new ConcurrentHashMap<>();

  /**
   * @param database the address of the house's
   * @param answerWithin what somebody who is asked first has
   */
  GatehouseContender(
      WorkflowServiceStubs service, House house, String database, Duration answerWithin) {
    this.house = house;
    this.pages = new Pages(house, database);
    this.plan = plan(answerWithin);
    DataKey key = DataKey.fresh(LocalDate.EPOCH, new SecureRandom());
    var cipher = new PayloadCipher("default", Keyring.of(key.id(), List.of(key)));
    var codec = new EncryptingCodec(cipher, new PlaintextWindow(null, house.clock()));
    this.client =
        WorkflowClient.newInstance(
            service,
            WorkflowClientOptions.newBuilder().setDataConverter(Wire.converter(codec)).build());
  }

  private static Plan plan(Duration answerWithin) {
    return new Plan(
        answerWithin,
        List.of(),
        LifecycleProcess.LONG,
        LifecycleProcess.PAUSE,
        LifecycleProcess.LONG,
        Silence.ESCALATE,
        LifecycleProcess.PAUSE,
        LifecycleProcess.PAUSE,
        LifecycleProcess.PAUSE,
        90);
  }

  @Override
  public WorkflowClient client() {
    return client;
  }

  @Override
  public void register(WorkerFactory workers) {
    var world = new InstantWorld(house, this::asked);
    var core = workers.newWorker(TaskQueues.CORE);
    core.registerWorkflowImplementationTypes(GuestLifecycleWorkflowImpl.class);
    core.registerActivitiesImplementations(
        world, new LifecycleRecorder(house), new SenderProver(house));
    workers.newWorker(TaskQueues.GRAPH_READ).registerActivitiesImplementations(world);
    workers.newWorker(TaskQueues.GRAPH_WRITE).registerActivitiesImplementations(world);
    workers.newWorker(TaskQueues.MAIL).registerActivitiesImplementations(world);
  }

  private void asked(LifecycleRef ref, int round) {
    String id = WorkflowIds.guest(ref);
    deliveries.delivered(
        () -> stub(id).heard(new Delivery(ref.openingId(), round, house.now())), () -> decide(id));
  }

  @Override
  public void decidesAtOnce(boolean decides) {
    deliveries.decidesAtOnce(decides);
  }

  /** As the opener does: the rows and their entries, then the workflows. */
  @Override
  public List<String> start(int number) {
    List<LifecycleRow> rows = house.store().inTransaction(() -> record(number));
    List<LifecycleRef> refs = rows.stream().map(this::ref).toList();
    refs.forEach(ref -> started.put(WorkflowIds.guest(ref), ref));
    new LifecycleStart(house, client).start(rows);
    return refs.stream().map(WorkflowIds::guest).toList();
  }

  private List<LifecycleRow> record(int number) {
    List<LifecycleRow> rows =
        house.store().lifecycles().open(Stream.generate(this::opening).limit(number).toList());
    new Chronicle(house)
        .append(
            rows.stream()
                .map(row ->
                    new Chronicle.Note(
                        ref(row),
                        "lifecycle.opened",
                        "opened",
                        row.openedAt(),
                        Map.of(),
                        Map.of("guestId", row.guestId(), "lastActivity", "none", "reason", "none")))
                .toList());
    return rows;
  }

  private LifecycleRow opening() {
    return LifecycleRow.opened(
        UUID.randomUUID(),
        UUID.randomUUID().toString(),
        "INACTIVE",
        Stage.ASKED.name(),
        "somebody who answers",
        house.now(),
        "ENFORCE",
        1,
        Wire.write(plan));
  }

  private LifecycleRef ref(LifecycleRow row) {
    return new LifecycleRef(house.tenant(), row.guestId(), row.openingId().toString());
  }

  @Override
  public void decide(String workflowId) {
    LifecycleRef ref = Objects.requireNonNull(started.get(workflowId));
    String answer = UUID.randomUUID().toString();
    var decision = new Decision(ref.openingId(), answer, Voice.SPONSOR, 1, Choice.REMOVE, null);
    client
        .newUntypedWorkflowStub(workflowId)
        .startUpdate(
            UpdateOptions.newBuilder(Object.class)
                .setUpdateName("decide")
                .setUpdateId(answer)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build(),
            decision,
            pages.signed(ref, InstantWorld.sponsor(1), decision))
        .getResult();
  }

  @Override
  public int delivered() {
    return deliveries.count();
  }

  private GuestLifecycleWorkflow stub(String workflowId) {
    return client.newWorkflowStub(GuestLifecycleWorkflow.class, workflowId);
  }
}
