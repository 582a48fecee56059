package io.gatehouse.temporal.codec;

import static io.gatehouse.temporal.codec.SomeKeys.NEW;
import static io.gatehouse.temporal.codec.SomeKeys.OLD;
import static io.gatehouse.temporal.codec.SomeKeys.codec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.gatehouse.temporal.Wire;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be read stops its workflow until somebody mends it; it is never passed over. */
class UnreadableTest {
  private static final String ID = "relay/contoso/1";
  private static final DataConverter KNOWS_BOTH = Wire.converter(codec(NEW, OLD));
  private static final DataConverter WITHOUT_KEYS = Wire.converter();
  private static final DataConverter MIGRATES =
      Wire.converter(
          new EncryptingCodec(
              SomeKeys.cipher(NEW),
              new PlaintextWindow(LocalDate.of(9999, 1, 1), Clock.systemUTC())));

  private TestWorkflowEnvironment temporal;

  @BeforeEach
  void open() {
    temporal = TestWorkflowEnvironment.newInstance();
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void a_worker_that_lacks_the_new_key_stops_and_one_that_has_it_goes_on() {
    WorkflowStub relay = start(KNOWS_BOTH, Relay.Step.RETURN);
    WorkerFactory behind = work(Wire.converter(codec(OLD)));
    awaitFailedTask();
    stop(behind);

    WorkerFactory rotated = work(KNOWS_BOTH);
    assertThat(relay.getResult(String.class)).isEqualTo("secret");
    stop(rotated);
  }

  @Test
  void a_worker_without_keys_stops_too_instead_of_dropping_signals() {
    start(WITHOUT_KEYS, Relay.Step.LISTEN);
    client(KNOWS_BOTH).newUntypedWorkflowStub(ID).signal("tell", "still here");
    WorkerFactory forgetful = work(WITHOUT_KEYS);
    awaitFailedTask();
    stop(forgetful);

    WorkerFactory mended = work(MIGRATES);
    assertThat(client(KNOWS_BOTH).newUntypedWorkflowStub(ID).getResult(String.class))
        .isEqualTo("still here");
    stop(mended);
  }

  @Test
  void a_plain_signal_waits_until_a_window_lets_it_in() {
    WorkflowStub relay = start(KNOWS_BOTH, Relay.Step.LISTEN);
    client(WITHOUT_KEYS).newUntypedWorkflowStub(ID).signal("tell", "in plain");
    WorkerFactory strict = work(KNOWS_BOTH);
    awaitFailedTask();
    stop(strict);

    WorkerFactory migrating = work(MIGRATES);
    assertThat(relay.getResult(String.class)).isEqualTo("in plain");
    stop(migrating);
  }

  @Test
  void a_plain_update_is_refused_in_one_sentence_that_only_keys_read() {
    start(KNOWS_BOTH, Relay.Step.LISTEN);
    WorkerFactory working = work(KNOWS_BOTH);
    WorkflowStub plain = client(WITHOUT_KEYS).newUntypedWorkflowStub(ID);

    assertThatThrownBy(() -> plain.update("exchange", String.class, "secret"))
        .hasRootCauseInstanceOf(MissingKey.class); // the refusal itself is encrypted
    WorkflowStub relay = client(KNOWS_BOTH).newUntypedWorkflowStub(ID);
    assertThat(relay.update("exchange", String.class, "secret")).isEqualTo("secret!");
    stop(working);
  }

  @Test
  void an_update_that_the_worker_cannot_read_says_so_by_its_type() {
    start(Wire.converter(codec(OLD)), Relay.Step.LISTEN);
    WorkerFactory behind = work(Wire.converter(codec(OLD)));
    WorkflowStub ahead = client(KNOWS_BOTH).newUntypedWorkflowStub(ID);

    assertThatThrownBy(() -> ahead.update("exchange", String.class, "secret"))
        .isInstanceOf(WorkflowUpdateException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            e -> {
              assertThat(e.getType()).isEqualTo(MissingKey.TYPE);
              assertThat(e.getOriginalMessage()).contains(NEW.id()).contains("give it that key");
            });
    stop(behind);
  }

  @Test
  void an_activity_does_not_try_again_to_read_what_was_tampered_with() {
    WorkflowStub relay = start(KNOWS_BOTH, Relay.Step.ASK_USUALLY);
    WorkerFactory workflows = workflows(KNOWS_BOTH);
    WorkerFactory tampering =
        activities(
            new CodecDataConverter(
                Wire.converter(), List.of(new Tampering(), codec(NEW, OLD)), true));

    assertThat(relay.getResult(String.class)).isEqualTo(UnreadablePayload.TYPE);
    stop(workflows);
    stop(tampering);
  }

  /** Changes the last bit of everything that is read. */
  private static final class Tampering implements PayloadCodec {
    @Override
    public List<Payload> encode(List<Payload> payloads) {
      return payloads;
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
      return payloads.stream().map(Tampering::changed).toList();
    }

    private static Payload changed(Payload payload) {
      byte[] data = payload.getData().toByteArray();
      data[data.length - 1] ^= 1;
      return payload.toBuilder().setData(ByteString.copyFrom(data)).build();
    }
  }

  private WorkflowClient client(DataConverter converter) {
    return WorkflowClient.newInstance(
        temporal.getWorkflowServiceStubs(),
        WorkflowClientOptions.newBuilder().setDataConverter(converter).build());
  }

  private WorkflowStub start(DataConverter converter, Relay.Step step) {
    WorkflowStub stub =
        client(converter)
            .newUntypedWorkflowStub(
                "Relay",
                WorkflowOptions.newBuilder()
                    .setWorkflowId(ID)
                    .setTaskQueue(Relay.QUEUE)
                    // The SDK lets a task that failed twice time out.
                    .setWorkflowTaskTimeout(Duration.ofSeconds(1))
                    .build());
    stub.start("secret", step);
    return stub;
  }

  private WorkerFactory work(DataConverter converter) {
    var factory = WorkerFactory.newInstance(client(converter));
    var worker = factory.newWorker(Relay.QUEUE);
    worker.registerWorkflowImplementationTypes(RelayImpl.class);
    worker.registerActivitiesImplementations(new EchoActivity());
    factory.start();
    return factory;
  }

  private WorkerFactory workflows(DataConverter converter) {
    var factory = WorkerFactory.newInstance(client(converter));
    factory.newWorker(Relay.QUEUE).registerWorkflowImplementationTypes(RelayImpl.class);
    factory.start();
    return factory;
  }

  private WorkerFactory activities(DataConverter converter) {
    var factory = WorkerFactory.newInstance(client(converter));
    factory.newWorker(Relay.QUEUE).registerActivitiesImplementations(new EchoActivity());
    factory.start();
    return factory;
  }

  private static void stop(WorkerFactory factory) {
    factory.shutdownNow();
    factory.awaitTermination(10, TimeUnit.SECONDS);
  }

  private void awaitFailedTask() {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (client(KNOWS_BOTH).fetchHistory(ID).getEvents().stream()
        .noneMatch(HistoryEvent::hasWorkflowTaskFailedEventAttributes)) {
      if (System.nanoTime() > patience) {
        throw new AssertionError("no workflow task failed");
      }
      Thread.onSpinWait();
    }
  }
}
