package io.gatehouse.store.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.evidence.Event;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.TestOperator;
import io.gatehouse.store.policy.PolicyRow;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What somebody writes into the database does not make a mode count, not even as its owner. */
class PolicyProofTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final String ENFORCES = "{\"mode\":\"ENFORCE\",\"graceDays\":30}";
  private static final String NOTIFIES = "{\"mode\":\"NOTIFY\"}";

  private final String tenant = UUID.randomUUID().toString();
  private final Store store = DATABASE.store(tenant);
  private final TestOperator operator = new TestOperator(DATABASE, store, NOON);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private void enforces() {
    assertThat(store.safety().current().mode()).isEqualTo("ENFORCE");
    assertThat(store.safety().current().modeFlaw()).isNull();
  }

  private void observesBecause(String why) {
    SafetyRow safety = store.safety().current();
    assertThat(safety.mode()).isEqualTo("OBSERVE");
    assertThat(safety.modeFlaw())
        .isEqualTo("the mode counts as observe until the policy is applied again, because " + why);
    assertThat(store.inTransaction(() -> store.safety().currentLocked())).isEqualTo(safety);
  }

  @Test
  void a_mode_counts_that_an_operator_applied_with_its_policy() {
    operator.apply(NOTIFIES, "NOTIFY", NOON);
    operator.apply(ENFORCES, "ENFORCE", NOON);

    enforces();
  }

  @Test
  void a_mode_without_a_policy_does_not() {
    store.safety().setMode("ENFORCE", NOON, "somebody");

    observesBecause("no policy is in force");
  }

  @Test
  void a_mode_that_the_policy_does_not_say_does_not() {
    operator.apply(NOTIFIES, "NOTIFY", NOON);
    store.safety().setMode("ENFORCE", NOON, "somebody");

    observesBecause("the policy in force says another one than ENFORCE");
  }

  @Test
  void a_policy_that_nobody_signed_does_not_count() {
    operator.apply(ENFORCES, "ENFORCE", NOON);
    store.policies().apply("hash", ENFORCES, NOON, TestOperator.SUBJECT, null);

    observesBecause("the policy in force is not what was applied");
  }

  @Test
  void nor_does_one_with_the_hash_of_what_was_signed_before() {
    PolicyRow signed = operator.apply(ENFORCES, "ENFORCE", NOON);
    store.policies().apply(signed.hash(), ENFORCES, NOON, TestOperator.SUBJECT, null);

    observesBecause(
        "it is not proved who applied the policy in force (nothing that they signed was kept)");
  }

  @Test
  void an_old_policy_that_is_written_once_more_does_not_count() {
    PolicyRow old = operator.apply(ENFORCES, "ENFORCE", NOON);
    operator.apply(NOTIFIES, "NOTIFY", NOON);
    store.policies().apply(old.hash(), old.body(), NOON, old.appliedBy(), old.nonce());
    store.safety().setMode("ENFORCE", NOON, "somebody");

    observesBecause(
        "it is not proved who applied the policy in force (the ledger has nothing that they signed since then)");
  }

  @Test
  void nor_when_somebody_wrote_beforehand_under_the_keys_of_versions_to_come() {
    PolicyRow old = operator.apply(ENFORCES, "ENFORCE", NOON);
    for (int version = 2; version < 5; version++) {
      var taken = new Event("something", "policy/" + version, NOON, null, Map.of(), Map.of());
      assertThat(store.ledger().append(taken, null)).isTrue();
    }
    operator.apply(NOTIFIES, "NOTIFY", NOON);
    store.policies().apply(old.hash(), old.body(), NOON, old.appliedBy(), old.nonce());
    store.safety().setMode("ENFORCE", NOON, "somebody");

    assertThat(store.safety().current().mode()).isEqualTo("OBSERVE");
  }

  @Test
  void to_observe_needs_no_signature_but_a_policy_that_says_so() {
    store.policies().apply("hash", "{\"mode\":\"OBSERVE\"}", NOON, "somebody", null);
    assertThat(store.safety().current().modeFlaw()).isNull();

    operator.apply(ENFORCES, "ENFORCE", NOON);
    store.safety().setMode("OBSERVE", NOON, "somebody");
    observesBecause("the policy in force says another one than OBSERVE");
  }

  @Test
  void the_program_writes_no_version_over() {
    operator.apply(ENFORCES, "ENFORCE", NOON);

    assertThatThrownBy(
            () -> DATABASE.app().of(tenant).sql("update gatehouse.policy set body = '{}'").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_policy_said_to_be_somebody_elses_does_not_count() {
    PolicyRow signed = operator.apply(ENFORCES, "ENFORCE", NOON);
    sql("update gatehouse.policy set applied_by = 'somebody' where version = " + signed.version());

    observesBecause(
        "it is not proved who applied the policy in force (the key belongs to somebody else, or to another role)");
  }

  @Test
  void a_policy_whose_content_was_changed_afterwards_does_not_count() {
    operator.apply(ENFORCES, "ENFORCE", NOON);
    sql("update gatehouse.policy set body = replace(body, '30', '3')");

    observesBecause("the policy in force is not what was applied");
  }

  @Test
  void nor_one_whose_hash_was_changed_with_it() {
    operator.apply(ENFORCES, "ENFORCE", NOON);
    sql("update gatehouse.policy set body = replace(body, '30', '3')");
    sql("update gatehouse.policy set hash = encode(sha256(convert_to(body, 'UTF8')), 'hex')");

    observesBecause(
        "it is not proved who applied the policy in force (the signature does not belong to what is asked for)");
  }

  @Test
  void a_policy_that_was_signed_with_a_key_that_is_revoked_counts_no_longer() {
    operator.apply(ENFORCES, "ENFORCE", NOON);
    store.actorKeys().revoke(operator.key().id(), "ada", "a lost laptop", NOON);

    observesBecause("it is not proved who applied the policy in force (the key is revoked)");
  }

  /** As whoever owns the schema, of this tenant. */
  private void sql(String text) {
    try (var owner = DATABASE.as(TestDatabase.OWNER)) {
      String where = text.contains(" where ") ? " and tenant = :tenant" : " where tenant = :tenant";
      owner.jdbc().sql(text + where).param("tenant", tenant).update();
    }
  }
}
