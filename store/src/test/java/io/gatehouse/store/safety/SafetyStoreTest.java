package io.gatehouse.store.safety;

import static io.gatehouse.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SafetyStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
  }

  @Test
  void a_tenant_nobody_decided_for_observes_with_an_open_gate() {
    var expected = new SafetyRow("OBSERVE", "OPEN", null, null, null);

    assertThat(store.safety().current()).isEqualTo(expected);
    assertThat(store.inTransaction(() -> store.safety().currentLocked())).isEqualTo(expected);
  }

  @Test
  void mode_and_gate_change_without_touching_each_other() {
    store.safety().setMode("ENFORCE", NOON, "olga");
    store.safety().closeGate("the numbers jumped", NOON.plusSeconds(1), "scan");
    assertThat(store.safety().current())
        .isEqualTo(
            new SafetyRow("ENFORCE", "CLOSED", "the numbers jumped", NOON.plusSeconds(1), "scan"));

    store.safety().openGate("checked with Entra", NOON.plusSeconds(2), "olga");
    store.safety().setMode("NOTIFY", NOON.plusSeconds(3), "otto");
    assertThat(store.safety().current())
        .isEqualTo(
            new SafetyRow("NOTIFY", "OPEN", "checked with Entra", NOON.plusSeconds(3), "otto"));
  }

  @Test
  void one_tenants_pause_is_not_anothers() {
    store.safety().closeGate("pause", NOON, "olga");

    assertThat(DATABASE.store(UUID.randomUUID().toString()).safety().current().gateIsOpen())
        .isTrue();
  }

  @Test
  void a_pause_waits_for_an_effect_that_has_already_looked() throws Exception {
    var looked = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var effect =
          threads.submit(() ->
              store.inTransaction(() -> {
                var open = store.safety().currentLocked().gateIsOpen();
                looked.countDown();
                await(mayEnd);
                return open;
              }));
      await(looked);
      var pause = threads.submit(() -> store.safety().closeGate("pause", NOON, "olga"));

      assertThatThrownBy(() -> pause.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(store.safety().current().gateIsOpen()).isTrue();

      mayEnd.countDown();
      pause.get();
      assertThat(effect.get()).isTrue();
      assertThat(store.safety().current().gateIsOpen()).isFalse();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
