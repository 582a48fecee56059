package io.gatehouse.store.policy;

import static io.gatehouse.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PoliciesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final Store store = DATABASE.store(UUID.randomUUID().toString());

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void a_tenant_without_a_policy_has_none() {
    assertThat(store.policies().newest()).isEmpty();
    assertThat(store.policies().version(1)).isEmpty();
  }

  @Test
  void a_changed_policy_is_the_next_version_and_the_old_one_stays() {
    var first = store.policies().apply("h1", "mode: observe", NOON, "olga", "nonce-1");
    var second =
        store.policies().apply("h2", "mode: notify", NOON.plusSeconds(60), "otto", "nonce-2");

    assertThat(first).isEqualTo(new PolicyRow(1, "h1", "mode: observe", NOON, "olga", "nonce-1"));
    assertThat(second.version()).isEqualTo(2);
    assertThat(store.policies().newest()).contains(second);
    assertThat(store.policies().version(1)).contains(first);
  }

  @Test
  void going_back_to_an_older_content_is_a_new_version() {
    store.policies().apply("h1", "a", NOON, "olga", "nonce-1");
    store.policies().apply("h2", "b", NOON, "olga", "nonce-2");

    assertThat(store.policies().apply("h1", "a", NOON, "olga", "nonce-3").version()).isEqualTo(3);
  }
}
