package io.gatehouse.store.safety;

import static io.gatehouse.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.TestOperator;
import io.gatehouse.store.database.Database;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private Store store = DATABASE.store("unset");
  private TestOperator operator = new TestOperator(DATABASE, store, NOON);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
    operator = new TestOperator(DATABASE, store, NOON);
  }

  @Test
  void a_tenant_nobody_decided_for_observes_with_an_open_gate() {
    var expected = new SafetyRow("OBSERVE", null, "OPEN", null, null, null);

    assertThat(store.safety().current()).isEqualTo(expected);
    assertThat(store.inTransaction(() -> store.safety().currentLocked())).isEqualTo(expected);
  }

  @Test
  void mode_and_gate_change_without_touching_each_other() {
    operator.apply("{\"mode\":\"ENFORCE\"}", "ENFORCE", NOON);
    store.safety().closeGate("the numbers jumped", NOON.plusSeconds(1), "scan");
    assertThat(store.safety().current())
        .isEqualTo(
            new SafetyRow(
                "ENFORCE", null, "CLOSED", "the numbers jumped", NOON.plusSeconds(1), "scan"));

    store.safety().openGate("checked with Entra", NOON.plusSeconds(2), "olga");
    operator.apply("{\"mode\":\"NOTIFY\"}", "NOTIFY", NOON.plusSeconds(3));
    assertThat(store.safety().current())
        .isEqualTo(
            new SafetyRow(
                "NOTIFY",
                null,
                "OPEN",
                "checked with Entra",
                NOON.plusSeconds(3),
                TestOperator.SUBJECT));
  }

  @Test
  void one_tenants_pause_is_not_anothers() {
    store.safety().closeGate("pause", NOON, "olga");

    assertThat(DATABASE.store(UUID.randomUUID().toString()).safety().current().gateIsOpen())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_pause_waits_for_an_effect_that_has_looked(boolean somethingWasDecidedBefore) {
    var tenant = UUID.randomUUID().toString();
    var effect = DATABASE.store(tenant);
    if (somethingWasDecidedBefore) {
      effect.safety().setMode("ENFORCE", NOON, "olga");
    }
    try (var other = DATABASE.as(TestDatabase.APP)) {
      effect.inTransaction(() -> {
        assertThat(effect.safety().currentLocked().gateIsOpen()).isTrue();
        assertThatThrownBy(() -> pauseAtOnce(other, tenant))
            .rootCause()
            .hasMessageContaining("lock timeout");
      });

      pauseAtOnce(other, tenant);
      assertThat(effect.inTransaction(() -> effect.safety().currentLocked().gateIsOpen()))
          .isFalse();
    }
  }

  @Test
  void two_effects_may_look_at_once() {
    var tenant = UUID.randomUUID().toString();
    var effect = DATABASE.store(tenant);
    new TestOperator(DATABASE, effect, NOON).apply("{\"mode\":\"ENFORCE\"}", "ENFORCE", NOON);
    try (var other = DATABASE.as(TestDatabase.APP)) {
      effect.inTransaction(() -> {
        effect.safety().currentLocked();
        var second = new Store(other, tenant);
        assertThat(second.inTransaction(() -> second.safety().currentLocked().mode()))
            .isEqualTo("ENFORCE");
      });
    }
  }

  /**
   * The lock it waits for is held by the test's own thread: it gives up, or it never had to wait.
   */
  private static void pauseAtOnce(Database database, String tenant) {
    database.inTransaction(() -> {
      database.jdbc().sql("set local lock_timeout = '50ms'").update();
      new Store(database, tenant).safety().closeGate("pause", NOON, "olga");
    });
  }
}
