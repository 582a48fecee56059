package io.gatehouse.worker.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Sender;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.worker.house.TryPeople;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key counts from when an approver whose own key counts accepts it, until it is revoked. */
class EnrolledKeyTest extends SenderScene {
  @Test
  void a_revoked_key_proves_nobody() {
    house.store().actorKeys().revoke(olivia.id(), TryPeople.ADA, "left", house.now());

    assertThat(prove(release, signed(olivia, "olivia", AppRole.OPERATOR, release)))
        .isEqualTo(new Sender.NotProved("the key is revoked"));
  }

  @Test
  void a_key_that_nobody_accepted_proves_nobody() {
    SigningKey own = SigningKey.generate();
    people.request(own, "mallory", "OPERATOR");

    assertThat(prove(release, signed(own, "mallory", AppRole.OPERATOR, release)))
        .isEqualTo(new Sender.NotProved("the key is not accepted yet"));
  }

  @Test
  void nobody_accepts_a_second_key_of_their_own_or_without_being_an_approver() {
    SigningKey self = SigningKey.generate();
    people.accept(
        people.request(self, TryPeople.ADA, "OPERATOR"), people.ada(), TryPeople.ADA, "APPROVER");
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
          .isEqualTo(
              new Sender.NotProved("the key was not accepted by an approver whose own key counts"));
    }
  }
}
