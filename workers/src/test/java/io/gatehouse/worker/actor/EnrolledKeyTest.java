package io.gatehouse.worker.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Sender;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.actor.KeyRow;
import io.gatehouse.worker.house.TryPeople;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key counts from when two approvers whose own keys count accepted it, until it is revoked. */
class EnrolledKeyTest extends SenderScene {
  private static final String NOBODY =
      "the key is not accepted by any approver whose own key counts";
  private static final String ONE = "the key is accepted by one approver and needs a second";

  private final SigningKey own = SigningKey.generate();

  @Test
  void a_revoked_key_proves_nobody() {
    revoke(olivia);

    assertThat(prove(release, signed(olivia, "olivia", AppRole.OPERATOR, release)))
        .isEqualTo(new Sender.NotProved("the key is revoked"));
  }

  @Test
  void a_key_that_nobody_accepted_proves_nobody() {
    people.request(own, "mallory", "OPERATOR");

    assertThat(flaw("mallory", AppRole.OPERATOR)).isEqualTo(NOBODY);
  }

  @Test
  void an_approver_alone_makes_nobody_up() {
    KeyRow invented = people.request(own, "nobody", "OPERATOR");
    adaAccepts(invented);
    adaAccepts(invented);

    assertThat(flaw("nobody", AppRole.OPERATOR)).isEqualTo(ONE);

    SigningKey second = SigningKey.generate(); // made up as well
    KeyRow puppet = people.request(second, "puppet", "APPROVER");
    adaAccepts(puppet);
    people.accept(invented, second, "puppet", "APPROVER");
    people.accept(puppet, own, "nobody", "OPERATOR");
    assertThat(flaw("nobody", AppRole.OPERATOR)).isEqualTo(ONE);

    bertAccepts(invented);
    assertThat(prove(release, signed(own, "nobody", AppRole.OPERATOR, release)))
        .isEqualTo(new Sender.Proved("nobody", AppRole.OPERATOR));
  }

  @Test
  void two_keys_of_one_approver_are_one_voice() {
    SigningKey carla = people.enrolled("carla", "APPROVER");
    SigningKey laptop = SigningKey.generate();
    KeyRow second = people.request(laptop, TryPeople.ADA, "APPROVER");
    bertAccepts(second);
    people.accept(second, carla, "carla", "APPROVER");
    KeyRow invented = people.request(own, "nobody", "OPERATOR");
    adaAccepts(invented);
    people.accept(invented, laptop, TryPeople.ADA, "APPROVER");

    assertThat(flaw("nobody", AppRole.OPERATOR)).isEqualTo(ONE);
  }

  @Test
  void a_key_of_pages_counts_by_the_word_of_the_schemas_owner_alone() {
    KeyRow pages = KeyRow.ofService(own.publicKey(), "mallory's", house.now());
    house.store().actorKeys().request(pages);
    adaAccepts(pages);
    bertAccepts(pages);

    assertThat(flaw("olivia", AppRole.OPERATOR))
        .isEqualTo("the owner of the schema has not let the key of these pages count yet");
    people.root(own);
    assertThat(prove(release, signed(own, "olivia", AppRole.OPERATOR, release))).isEqualTo(OLIVIA);
  }

  @Test
  void a_stolen_key_accepts_nobody_once_it_is_revoked_whatever_date_is_written() {
    KeyRow before = people.request(own, "nora", "OPERATOR");
    adaAccepts(before);
    bertAccepts(before);
    SigningKey thief = SigningKey.generate();
    KeyRow invented = people.request(thief, "nobody", "OPERATOR");
    bertAccepts(invented);
    house.clock().pass(Duration.ofDays(3));
    revoke(people.ada());
    house.clock().pass(Duration.ofDays(-2));
    adaAccepts(invented);

    assertThat(prove(release, signed(thief, "nobody", AppRole.OPERATOR, release)))
        .isEqualTo(new Sender.NotProved(ONE));
    assertThat(prove(release, signed(own, "nora", AppRole.OPERATOR, release)))
        .as("whom it accepted before")
        .isEqualTo(new Sender.Proved("nora", AppRole.OPERATOR));
  }

  @Test
  void the_programs_role_cannot_choose_in_which_order_things_happened() {
    for (String forged :
        List.of(
            "insert into gatehouse.actor_revocation (tenant, key_id, revoked_at, revoked_by, reason, ordinal) select tenant, key_id, now(), 'x', 'x', 0 from gatehouse.actor_key where tenant = :tenant limit 1",
            "insert into evidence.entry (position, tenant, entry_key, kind, body, leaf_hash, recorded_at) overriding system value values (1000000, :tenant, 'x', 'x', '{}', repeat('0', 64), now())")) {
      assertThatThrownBy(() -> asProgram(forged)).hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void nobody_accepts_a_second_key_of_their_own_or_without_being_an_approver() {
    SigningKey self = SigningKey.generate();
    adaAccepts(people.request(self, TryPeople.ADA, "OPERATOR"));
    SigningKey friend = SigningKey.generate();
    people.accept(people.request(friend, "erik", "OPERATOR"), olivia, "olivia", "APPROVER");
    SigningKey pushed = SigningKey.generate();
    people.accept(people.request(pushed, "erik", "APPROVER"), olivia, "olivia", "OPERATOR");
    SigningKey circle = SigningKey.generate();
    people.accept(people.request(circle, "erik", "APPROVER"), circle, "erik", "APPROVER");

    for (SigningKey key : List.of(self, friend, pushed, circle)) {
      String subject = key == self ? TryPeople.ADA : "erik";
      AppRole role = key == pushed || key == circle ? AppRole.APPROVER : AppRole.OPERATOR;
      assertThat(prove(release, signed(key, subject, role, release)))
          .isEqualTo(new Sender.NotProved(NOBODY));
    }
  }

  private String flaw(String subject, AppRole role) {
    return prove(release, signed(own, subject, role, release))
            instanceof Sender.NotProved(String reason)
        ? reason
        : "none";
  }

  private void adaAccepts(KeyRow key) {
    people.accept(key, people.ada(), TryPeople.ADA, "APPROVER");
  }

  private void bertAccepts(KeyRow key) {
    people.accept(key, people.bert(), TryPeople.BERT, "APPROVER");
  }

  private void revoke(SigningKey key) {
    house.store().actorKeys().revoke(key.id(), TryPeople.BERT, "left", house.now());
  }

  private void asProgram(String statement) {
    try (var program = house.database().as(TestDatabase.APP)) {
      program.of(house.house().tenant()).sql(statement).update();
    }
  }
}
