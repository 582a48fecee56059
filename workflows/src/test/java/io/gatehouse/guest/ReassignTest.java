package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.safety.Change;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An operator names who is asked. */
class ReassignTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  @Test
  void the_person_named_is_asked_at_once_with_the_whole_time_and_the_chain_goes_on_behind_them() {
    tenant.opens();
    tenant.passes(Duration.ofDays(15));
    Receipt receipt = tenant.reassigns("zoe");
    tenant.passes(Duration.ofDays(15));

    assertThat(receipt)
        .isEqualTo(new Receipt("The person named is asked next.", Stage.ASKED, null));
    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "14d asks mia, MANAGER, round 2",
            "15d asks zoe, NAMED, round 3",
            "29d asks sam, STEWARD, round 4");
  }

  @Test
  void the_answer_of_the_person_named_counts() {
    tenant.opens();
    tenant.reassigns("zoe");
    tenant.sponsorSays(Choice.KEEP, 2);
    tenant.passes(Duration.ofDays(3));

    assertThat(tenant.journal()).endsWith("2d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void the_person_named_can_say_not_mine() {
    tenant.opens();
    tenant.reassigns("zoe");
    tenant.sponsorSays(Choice.NOT_MINE, 2);

    assertThat(tenant.journal()).endsWith("0d asks mia, MANAGER, round 3");
  }

  @Test
  void a_lifecycle_that_found_nobody_asks_the_person_named() {
    tenant.chainIs();
    tenant.opens();
    tenant.passes(Duration.ofDays(3));
    tenant.reassigns("zoe");
    assertThat(tenant.details()).contains("answer of the named, round 1");
    tenant.passes(Duration.ofDays(20));

    assertThat(tenant.journal())
        .containsExactly(
            "0d parks: everybody in the chain was asked and nobody decided",
            "3d asks zoe, NAMED, round 1",
            "17d parks: everybody in the chain was asked and nobody decided");
  }

  @Test
  void a_person_named_who_cannot_be_asked_stops_the_lifecycle_until_another_one_is_named() {
    tenant.opens();
    tenant.fails("ask", FailureType.REFUSED, "the person named has no mailbox: name another one");
    tenant.reassigns("zoe");
    assertThat(tenant.details())
        .contains("a person has to look", "the person named has no mailbox: name another one");
    tenant.reassigns("yan");

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "0d parks: the person named has no mailbox: name another one",
            "0d asks yan, NAMED, round 2");
  }

  @Test
  void after_a_person_named_who_cannot_be_asked_retry_goes_back_to_the_chain() {
    tenant.opens();
    tenant.fails("ask", FailureType.REFUSED, "the person named has no mailbox: name another one");
    tenant.reassigns("zoe");
    tenant.retries();

    assertThat(tenant.journal()).endsWith("0d asks mia, MANAGER, round 2");
  }

  @Test
  void who_was_named_is_asked_after_a_retry_when_something_else_was_in_the_way() {
    tenant.opens();
    tenant.fails("ask", FailureType.FORBIDDEN, "User.Read.All is not granted");
    tenant.reassigns("zoe");
    tenant.retries();

    assertThat(tenant.journal()).endsWith("0d asks zoe, NAMED, round 2");
  }

  @Test
  void somebody_named_before_the_mail_to_the_sponsor_was_delivered_is_asked() {
    tenant.mailIsSlowTo("bob");
    tenant.opens();
    tenant.reassigns("zoe");
    tenant.reportsDelivery(1, tenant.now());
    tenant.passes(Duration.ofDays(13));

    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "0d asks zoe, NAMED, round 2");
  }

  @Test
  void somebody_named_while_the_next_person_is_looked_for_is_asked_after_them() {
    tenant.during("ask", () -> tenant.reassignsNow("zoe"));
    tenant.opens();

    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "0d asks zoe, NAMED, round 2");
  }

  @Test
  void nobody_is_named_for_what_somebody_has_answered() {
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    String decided = "Somebody has decided already: nobody else is asked.";

    assertThat(tenant.refusalOf(() -> tenant.reassigns("zoe"))).isEqualTo(decided);
    tenant.passes(Duration.ofDays(3));
    assertThat(tenant.refusalOf(() -> tenant.reassigns("zoe"))).isEqualTo(decided);
    tenant.passes(Duration.ofDays(40));
    assertThat(tenant.refusalOf(() -> tenant.reassigns("zoe"))).isEqualTo(decided);
  }

  @Test
  void nobody_is_named_for_an_answer_behind_which_a_look_has_stopped() {
    tenant.opens();
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.fails("look", FailureType.FORBIDDEN, "AuditLog.Read.All is not granted");
    tenant.looksAgain();

    assertThat(tenant.refusalOf(() -> tenant.reassigns("zoe")))
        .isEqualTo("Somebody has decided already: nobody else is asked.");
    tenant.retries();
    tenant.passes(Duration.ofDays(3));
    assertThat(tenant.journal()).endsWith("2d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void a_guest_is_never_named_for_themselves_however_the_id_is_spelled() {
    tenant.opens();

    assertThat(tenant.refusalOf(() -> tenant.reassigns("ANN-ID")))
        .isEqualTo("Nobody attests themselves: name somebody else than the guest.");
  }

  @Test
  void a_guest_who_came_back_meanwhile_is_left_alone_all_the_same() {
    tenant.opens();
    tenant.reassigns("zoe");
    tenant.nextLookFinds(Change.CAME_BACK);
    tenant.looksAgain();

    assertThat(tenant.journal()).endsWith("0d closes STOOD_DOWN: the guest signed in");
  }
}
