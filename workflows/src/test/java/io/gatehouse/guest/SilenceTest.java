package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What silence means: 14 days for the first, 10 for whoever follows somebody silent. */
class SilenceTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  @Test
  void silence_escalates_along_the_chain_and_ends_with_an_operator_who_decides() {
    tenant.opens();
    tenant.passes(Duration.ofDays(50));
    assertThat(tenant.details()).contains("a person has to look");

    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "14d asks mia, MANAGER, round 2",
            "24d asks sam, STEWARD, round 3",
            "34d parks: everybody in the chain was asked and nobody decided",
            "50d tells the guest BEFORE_DISABLE: Delivered",
            "53d reserves DISABLE",
            "53d DISABLE Done",
            "53d tells the guest DISABLED: Delivered");
  }

  @Test
  void whoever_follows_somebody_silent_and_says_not_mine_leaves_the_next_the_whole_time() {
    tenant.opens();
    tenant.passes(Duration.ofDays(15));
    tenant.sponsorSays(Choice.NOT_MINE, 2);
    tenant.passes(Duration.ofDays(20));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "14d asks mia, MANAGER, round 2",
            "15d asks sam, STEWARD, round 3",
            "29d parks: everybody in the chain was asked and nobody decided");
  }

  @Test
  void whoever_cannot_be_reached_after_somebody_silent_leaves_the_next_the_shorter_time() {
    tenant.cannotReceiveMail("mia");
    tenant.opens();
    tenant.passes(Duration.ofDays(30));

    assertThat(tenant.journal())
        .endsWith(
            "14d asks sam, STEWARD, round 3",
            "24d parks: everybody in the chain was asked and nobody decided");
  }

  @Test
  void silence_removes_where_the_policy_says_so_and_it_counts() {
    tenant.opens(Trigger.INACTIVE, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(18));

    assertThat(tenant.journal())
        .containsSequence(
            "14d silence counts: true",
            "14d tells the guest BEFORE_DISABLE: Delivered",
            "17d reserves DISABLE",
            "17d DISABLE Done");
  }

  @Test
  void silence_that_does_not_count_escalates_and_is_looked_up_again_for_the_next_person() {
    tenant.silenceDoesNotCount();
    tenant.opens(Trigger.INACTIVE, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(90));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "14d silence counts: false",
            "14d asks mia, MANAGER, round 2",
            "24d silence counts: false",
            "24d asks sam, STEWARD, round 3",
            "34d parks: everybody in the chain was asked and nobody decided");
  }

  @Test
  void the_stewards_silence_is_never_a_yes() {
    tenant.cannotReceiveMail("bob");
    tenant.cannotReceiveMail("mia");
    tenant.opens(Trigger.INACTIVE, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(90));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "0d asks mia, MANAGER, round 2",
            "0d asks sam, STEWARD, round 3",
            "14d parks: everybody in the chain was asked and nobody decided");
  }

  @ParameterizedTest
  @EnumSource(names = {"SPONSOR_MISSING", "ATTESTATION_DUE"})
  void silence_about_an_account_in_use_escalates_whatever_the_policy_says(Trigger trigger) {
    tenant.opens(trigger, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(90));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "14d asks mia, MANAGER, round 2",
            "24d asks sam, STEWARD, round 3",
            "34d parks: everybody in the chain was asked and nobody decided");
  }

  @ParameterizedTest
  @EnumSource(names = {"INVITATION_NOT_REDEEMED", "NEVER_SIGNED_IN"})
  void silence_about_an_account_that_was_never_used_counts_like_one_long_unused(Trigger trigger) {
    tenant.opens(trigger, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(18));

    assertThat(tenant.journal()).contains("14d silence counts: true", "17d DISABLE Done");
  }

  @Test
  void silence_never_counts_where_the_question_was_not_delivered() {
    tenant.mailIsSlowTo("bob");
    tenant.opens(Trigger.INACTIVE, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(400));

    assertThat(tenant.journal()).containsExactly("0d asks bob, SPONSOR, round 1");
  }

  @Test
  void who_says_not_mine_while_it_is_looked_up_whether_silence_counts_was_not_silent() {
    tenant.during("silenceCounts", () -> tenant.clicks(Choice.NOT_MINE, 1));
    tenant.opens(Trigger.INACTIVE, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(20));

    assertThat(tenant.journal()).endsWith("14d asks mia, MANAGER, round 2");
  }

  @Test
  void who_is_named_while_it_is_looked_up_whether_silence_counts_is_asked() {
    tenant.during("silenceCounts", () -> tenant.reassignsNow("zoe"));
    tenant.opens(Trigger.INACTIVE, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(20));

    assertThat(tenant.journal()).endsWith("14d asks zoe, NAMED, round 2");
  }

  @Test
  void what_cannot_be_looked_up_parks_and_after_that_silence_does_not_count() {
    tenant.fails("silenceCounts", FailureType.FORBIDDEN, "Group.Read.All is not granted");
    tenant.opens(Trigger.INACTIVE, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(15));
    tenant.retries();

    assertThat(tenant.journal())
        .endsWith(
            "14d parks: Group.Read.All is not granted",
            "15d looks (disabled false, deleted false): Unchanged",
            "15d asks mia, MANAGER, round 2");
  }

  @Test
  void a_guest_for_whom_nobody_answers_waits_for_an_operator() {
    tenant.chainIs();
    tenant.opens();
    tenant.passes(Duration.ofDays(30));

    assertThat(tenant.journal())
        .containsExactly("0d parks: everybody in the chain was asked and nobody decided");
  }
}
