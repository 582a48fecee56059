package io.gatehouse.starter.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.starter.TestHouse;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerLoopTest {
  private static final long PATIENCE = 30;

  private final TestHouse house = new TestHouse();
  private final CountDownLatch onItsWay = new CountDownLatch(1);
  private final CountDownLatch told = new CountDownLatch(1);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void an_answer_on_its_way_is_settled_before_the_loop_is_closed() throws Exception {
    house.work();
    LifecycleRow lifecycle = house.running("Ann Late");
    AnswerRow answer =
        house.record(
            lifecycle,
            new Actor.Proved(house.people.olivia.person()),
            new Act.Hold(LocalDate.of(2027, 4, 30), "long leave"));
    var loop = new AnswerLoop(house.delivery(slowClient()));
    assertThat(onItsWay.await(PATIENCE, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> closed = CompletableFuture.runAsync(loop::close);
    told.countDown();
    closed.get(PATIENCE, TimeUnit.SECONDS);

    assertThat(house.state(answer)).isEqualTo("APPLIED");
  }

  /** Temporal takes the answer only once it is allowed to. */
  private WorkflowClient slowClient() {
    var slow =
        new WorkflowClientInterceptorBase() {
          @Override
          public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(
              WorkflowClientCallsInterceptor next) {
            return new WorkflowClientCallsInterceptorBase(next) {
              @Override
              public <R> WorkflowUpdateHandle<R> startUpdate(StartUpdateInput<R> input) {
                onItsWay.countDown();
                awaitQuietly(told);
                return super.startUpdate(input);
              }
            };
          }
        };
    return WorkflowClient.newInstance(
        house.temporal.getWorkflowServiceStubs(),
        WorkflowClientOptions.newBuilder()
            .setDataConverter(Wire.converter())
            .setInterceptors(slow)
            .build());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
