package io.gatehouse.temporal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.rehearsal.Replay;
import io.gatehouse.temporal.Wire;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the SDK hands to the codec, for whom, and that nothing passes it by. */
class EncryptedRelayTest {
  private static final String SECRET = "zebra";
  private static final DataConverter CONVERTER = SomeKeys.converter();

  private static TestWorkflowEnvironment temporal;
  private static WorkflowClient client;

  @BeforeAll
  static void open() {
    var clients = WorkflowClientOptions.newBuilder().setDataConverter(CONVERTER).build();
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(clients).build());
    client = WorkflowClient.newInstance(temporal.getWorkflowServiceStubs(), clients);
    Worker worker = temporal.newWorker(Relay.QUEUE);
    worker.registerWorkflowImplementationTypes(RelayImpl.class);
    worker.registerActivitiesImplementations(new EchoActivity());
    temporal.start();
  }

  @AfterAll
  static void close() {
    temporal.close();
  }

  @Test
  void everything_in_a_history_is_encrypted_for_whom_it_is() throws Exception {
    start(Relay.LISTENER, Relay.Step.LISTEN);
    WorkflowStub relay = start("relay/contoso/1", Relay.Step.EVERYTHING);
    temporal.sleep(Duration.ofDays(2));

    assertThat(relay.query("heard", String.class)).isEqualTo("null");
    assertThat(relay.update("exchange", String.class, SECRET)).isEqualTo(SECRET + "!");
    relay.signal("tell", SECRET);
    assertThat(relay.getResult(String.class)).isEqualTo(SECRET);
    assertThat(client.newUntypedWorkflowStub(Relay.LISTENER).getResult(String.class))
        .as("a signal across workflows")
        .isEqualTo(SECRET);

    WorkflowExecutionHistory first = firstRun(relay);
    assertThat(workflowsOf(first))
        .as("first run: its own, its child's, and the target's of its signal")
        .containsOnly("relay/contoso/1", "relay/contoso/1/child", Relay.LISTENER);
    WorkflowExecutionHistory second = client.fetchHistory("relay/contoso/1");
    assertThat(workflowsOf(second)).as("continued as new").containsOnly("relay/contoso/1");
    for (WorkflowExecutionHistory history :
        List.of(
            first,
            second,
            client.fetchHistory("relay/contoso/1/child"),
            client.fetchHistory(Relay.LISTENER))) {
      assertThat(Payloads.legible(history)).doesNotContain(SECRET).doesNotContain("secret");
      Replay.of(history, RelayImpl.class, CONVERTER);
    }
  }

  @Test
  void a_failure_says_nothing_to_who_has_no_key() {
    WorkflowStub failing = start("relay/contoso/2", Relay.Step.FAIL);

    assertThatThrownBy(() -> failing.getResult(String.class))
        .isInstanceOf(WorkflowFailedException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            e -> {
              assertThat(e.getOriginalMessage()).isEqualTo(SECRET);
              assertThat(e.getDetails().get(String.class)).isEqualTo(SECRET);
            });
    String history = Payloads.legible(client.fetchHistory("relay/contoso/2"));
    assertThat(history)
        .contains("Encoded failure")
        .doesNotContain(SECRET)
        .doesNotContain("RelayImpl.java");
  }

  @Test
  void summary_details_and_memo_are_read_back_by_who_has_the_key() {
    WorkflowStub relay = start("relay/contoso/3", Relay.Step.LISTEN);

    var description = relay.describe();
    assertThat(description.getStaticSummary()).isEqualTo("summary " + SECRET);
    assertThat(description.getStaticDetails()).isEqualTo("details " + SECRET);
    assertThat(description.getMemo("note", String.class)).isEqualTo("memo " + SECRET);
    assertThat(relay.query("__temporal_workflow_metadata", WorkflowMetadata.class).hasDefinition())
        .isTrue();
    assertThat(Payloads.in(description.getRawDescription())).isNotEmpty().allMatch(this::isOurs);
    relay.signal("tell", "done");
  }

  @Test
  void signal_with_start_is_for_the_workflow_that_it_starts() {
    client
        .newUntypedWorkflowStub("Relay", options("relay/contoso/4"))
        .signalWithStart(
            "tell", new Object[] {SECRET}, new Object[] {"nothing", Relay.Step.LISTEN});

    assertThat(client.newUntypedWorkflowStub("relay/contoso/4").getResult(String.class))
        .isEqualTo(SECRET);
    assertThat(workflowsOf(client.fetchHistory("relay/contoso/4"))).containsOnly("relay/contoso/4");
  }

  @Test
  void the_workers_own_word_about_an_activity_it_does_not_know_belongs_to_the_namespace() {
    WorkflowStub relay = start("relay/contoso/5", Relay.Step.ASK_NOBODY);

    assertThat(relay.getResult(String.class)).contains("Listens").contains("not registered");
    WorkflowExecutionHistory history = client.fetchHistory("relay/contoso/5");
    assertThat(workflowsOf(history)).containsOnly("", "relay/contoso/5");
    assertThat(history.getEvents())
        .filteredOn(each -> workflowsOf(each).contains(""))
        .as("the only event with a payload of no workflow")
        .singleElement()
        .matches(HistoryEvent::hasActivityTaskFailedEventAttributes);
  }

  @Test
  void what_is_not_encrypted_would_be_seen() {
    Payload plain = Wire.converter().toPayload(SECRET).orElseThrow();
    var started = WorkflowExecutionStartedEventAttributes.newBuilder();
    started.getInputBuilder().addPayloads(plain);
    HistoryEvent event =
        HistoryEvent.newBuilder()
            .setEventType(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
            .setWorkflowExecutionStartedEventAttributes(started)
            .build();

    assertThat(
            Payloads.legible(
                new WorkflowExecutionHistory(History.newBuilder().addEvents(event).build())))
        .contains(SECRET);
    assertThatThrownBy(() -> workflowsOf(event)).isInstanceOf(AssertionError.class);
  }

  private boolean isOurs(Payload payload) {
    return PayloadCipher.isEncrypted(payload)
        && PayloadCipher.workflowOf(payload).equals("relay/contoso/3");
  }

  private static WorkflowStub start(String id, Relay.Step step) {
    WorkflowStub stub = client.newUntypedWorkflowStub("Relay", options(id));
    stub.start(SECRET, step);
    return stub;
  }

  private static WorkflowOptions options(String id) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(id)
        .setTaskQueue(Relay.QUEUE)
        .setMemo(Map.of("note", "memo " + SECRET))
        .setStaticSummary("summary " + SECRET)
        .setStaticDetails("details " + SECRET)
        .build();
  }

  private static WorkflowExecutionHistory firstRun(WorkflowStub relay) {
    WorkflowExecution first = Objects.requireNonNull(relay.getExecution());
    return client.fetchHistory(first.getWorkflowId(), first.getRunId());
  }

  private static List<String> workflowsOf(WorkflowExecutionHistory history) {
    var workflows = new ArrayList<String>();
    history.getEvents().forEach(event -> workflows.addAll(workflowsOf(event)));
    return workflows;
  }

  /**
   * Whose the payloads of an event are; fails when one of them is not encrypted. Only in markers
   * the SDK writes in plain what is its own, such as the name of a local activity.
   */
  private static List<String> workflowsOf(HistoryEvent event) {
    List<Payload> payloads =
        Payloads.in(event).stream()
            .filter(each ->
                PayloadCipher.isEncrypted(each) || !event.hasMarkerRecordedEventAttributes())
            .toList();
    assertThat(payloads).as("in %s", event).allMatch(PayloadCipher::isEncrypted);
    return payloads.stream().map(PayloadCipher::workflowOf).toList();
  }
}
