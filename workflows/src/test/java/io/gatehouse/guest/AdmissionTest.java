package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Voice;
import io.gatehouse.rehearsal.Tenant;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nonsense is refused, each with a sentence for the person who asked. */
class AdmissionTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  private Decision decision(Voice voice, int round, Choice choice, LocalDate until) {
    return new Decision(Tenant.ANN.openingId(), "answer-" + round, voice, round, choice, until);
  }

  @Test
  void a_message_for_an_earlier_opening_is_refused() {
    tenant.opens();
    String sentence = "This belongs to an earlier lifecycle of the guest, which is closed.";

    assertThat(
            tenant.refusalOf(() ->
                tenant.says(
                    new Decision(
                        "opening-0", "a", Voice.SPONSOR, 1, Choice.KEEP, tenant.keepUntil()))))
        .isEqualTo(sentence);
    assertThat(
            tenant.refusalOf(
                () -> tenant.holds("opening-0", tenant.now().plus(Duration.ofDays(1)))))
        .isEqualTo(sentence);
    assertThat(tenant.refusalOf(() -> tenant.releases("opening-0"))).isEqualTo(sentence);
    assertThat(tenant.refusalOf(() -> tenant.extendsBy("opening-0", 1))).isEqualTo(sentence);
    assertThat(tenant.refusalOf(() -> tenant.reassigns("opening-0", "zoe"))).isEqualTo(sentence);
    assertThat(tenant.refusalOf(() -> tenant.retries("opening-0"))).isEqualTo(sentence);
    assertThat(tenant.refusalOf(() -> tenant.restores("opening-0"))).isEqualTo(sentence);
  }

  @Test
  void keeping_until_a_past_day_is_refused() {
    tenant.opens();
    var yesterday = decision(Voice.SPONSOR, 1, Choice.KEEP, LocalDate.of(2026, 11, 19));

    assertThat(tenant.refusalOf(() -> tenant.says(yesterday)))
        .isEqualTo("Keeping needs a last day that is not in the past.");
  }

  @Test
  void keeping_without_a_day_is_refused() {
    tenant.opens();
    var noDay = new Decision(Tenant.ANN.openingId(), "a", Voice.OPERATOR, 0, Choice.KEEP, null);

    assertThat(tenant.refusalOf(() -> tenant.says(noDay)))
        .isEqualTo("Keeping needs a last day that is not in the past.");
  }

  @Test
  void keeping_until_today_is_allowed() {
    tenant.opens();
    tenant.says(decision(Voice.SPONSOR, 1, Choice.KEEP, LocalDate.of(2026, 11, 20)));
    tenant.passes(Duration.ofDays(3));

    assertThat(tenant.journal()).endsWith("2d closes KEPT until 2026-11-20: kept");
  }

  @Test
  void a_round_that_was_never_asked_is_refused() {
    tenant.opens();

    assertThat(tenant.refusalOf(() -> tenant.sponsorSays(Choice.REMOVE, 2)))
        .isEqualTo("This question was not asked in this lifecycle.");
    assertThat(tenant.refusalOf(() -> tenant.sponsorSays(Choice.KEEP, 0)))
        .isEqualTo("This question was not asked in this lifecycle.");
  }

  @Test
  void an_operator_cannot_say_not_mine() {
    tenant.opens();

    assertThat(tenant.refusalOf(() -> tenant.operatorSays(Choice.NOT_MINE)))
        .isEqualTo("\"Not mine\" is a sponsor's answer; an operator decides keep or remove.");
  }

  @Test
  void the_steward_cannot_say_not_mine() {
    tenant.cannotReceiveMail("bob");
    tenant.cannotReceiveMail("mia");
    tenant.opens();

    assertThat(tenant.refusalOf(() -> tenant.sponsorSays(Choice.NOT_MINE, 3)))
        .isEqualTo("The steward is the last in the chain and has to decide keep or remove.");
  }

  @Test
  void not_mine_comes_too_late_when_somebody_else_is_asked_already() {
    tenant.opens();
    tenant.sponsorSays(Choice.NOT_MINE, 1);

    assertThat(tenant.refusalOf(() -> tenant.sponsorSays(Choice.NOT_MINE, 1)))
        .isEqualTo("Somebody else is being asked already, or has decided.");
  }

  @Test
  void not_mine_comes_too_late_when_the_guest_has_notice() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);

    assertThat(tenant.refusalOf(() -> tenant.sponsorSays(Choice.NOT_MINE, 1)))
        .isEqualTo("Somebody else is being asked already, or has decided.");
  }

  @Test
  void not_mine_comes_too_late_when_a_slot_is_waited_for() {
    tenant.nextSlotIn(Duration.ofDays(5));
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.refusalOf(() -> tenant.sponsorSays(Choice.NOT_MINE, 1)))
        .isEqualTo("Somebody else is being asked already, or has decided.");
  }

  @Test
  void a_sponsor_cannot_decide_after_the_account_was_disabled() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.refusalOf(() -> tenant.sponsorSays(Choice.KEEP, 1)))
        .isEqualTo(
            "The account is disabled already; an operator can still give it back on request.");
  }

  @Test
  void a_hold_in_the_past_is_refused() {
    tenant.opens();

    assertThat(
            tenant.refusalOf(
                () -> tenant.holds(Tenant.ANN.openingId(), Instant.parse("2026-11-01T00:00:00Z"))))
        .isEqualTo("A hold needs an end in the future, 2026-11-01T00:00:00Z is past.");
  }

  @Test
  void a_hold_of_more_than_a_year_is_refused() {
    tenant.opens();

    assertThat(tenant.refusalOf(() -> tenant.holds(Duration.ofDays(367))))
        .isEqualTo(
            "A hold lasts at most a year; for longer, exclude the guest in the policy, with an"
                + " owner and a date.");
  }

  @Test
  void a_hold_after_the_deletion_is_refused() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(40));

    assertThat(tenant.refusalOf(() -> tenant.holds(Duration.ofDays(1))))
        .isEqualTo("The account is deleted already: decide keep to restore it.");
  }

  @Test
  void releasing_what_is_not_on_hold_is_refused() {
    tenant.opens();

    assertThat(tenant.refusalOf(tenant::releases)).isEqualTo("The lifecycle is not on hold.");
  }

  @Test
  void releasing_what_is_parked_is_refused_because_nothing_is_held() {
    tenant.chainIs();
    tenant.opens();

    assertThat(tenant.refusalOf(tenant::releases)).isEqualTo("The lifecycle is not on hold.");
  }

  @Test
  void trying_again_is_refused_where_nothing_has_stopped() {
    tenant.opens();

    assertThat(tenant.refusalOf(tenant::retries))
        .isEqualTo("The lifecycle does not wait for an operator: there is nothing to try again.");
    tenant.holds(Duration.ofDays(1));
    assertThat(tenant.refusalOf(tenant::retries))
        .as("a hold is released, not tried again")
        .isEqualTo("The lifecycle does not wait for an operator: there is nothing to try again.");
  }

  @Test
  void removing_what_is_disabled_already_is_refused() {
    tenant.removedSince(4);

    assertThat(tenant.refusalOf(() -> tenant.operatorSays(Choice.REMOVE)))
        .isEqualTo("The removal is under way already: the account is disabled.");
  }

  @Test
  void nothing_is_taken_while_the_end_is_being_recorded() {
    var refusals = new CopyOnWriteArrayList<String>();
    tenant.during(
        "close",
        () -> {
          refusals.add(tenant.refusalOf(() -> tenant.clicks(Choice.REMOVE, 1)));
          refusals.add(tenant.refusalOf(() -> tenant.holdsNow(Duration.ofDays(1))));
          refusals.add(tenant.refusalOf(() -> tenant.reassignsNow("zoe")));
          refusals.add(tenant.refusalOf(() -> tenant.extendsNow(1)));
        });
    tenant.opens();
    tenant.operatorSays(Choice.KEEP);

    assertThat(refusals).hasSize(4).containsOnly("The lifecycle is closed.");
  }

  @Test
  void after_the_end_temporal_itself_knows_no_such_lifecycle() {
    tenant.opens();
    tenant.operatorSays(Choice.KEEP);
    tenant.settles();

    assertThatThrownBy(() -> tenant.sponsorSays(Choice.REMOVE, 1))
        .isInstanceOf(WorkflowNotFoundException.class);
  }
}
