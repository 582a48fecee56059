package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An exclusion is about to end: its owner is asked, and whatever comes the account stays. */
class ExclusionEndsTest {
  private static final String ENDS =
      "closes EXEMPT: the exclusion is not wanted any longer and ends on its day";

  @RegisterExtension final Tenant tenant = new Tenant();

  @BeforeEach
  void the_owner_is_asked() {
    tenant.chainIs(new Candidate("kim", Role.OWNER), new Candidate("sam", Role.STEWARD));
  }

  @AfterEach
  void the_account_is_never_touched() {
    assertThat(tenant.journal())
        .isNotEmpty()
        .noneMatch(line -> line.contains("reserves") || line.contains("tells the guest"))
        .noneMatch(line -> line.contains("DISABLE") || line.contains("DELETE"));
  }

  @Test
  void the_owner_who_keeps_wants_it_longer() {
    tenant.opens(Trigger.EXCLUSION_ENDS);
    assertThat(tenant.details()).contains("answer of the owner, round 1");
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(3));

    assertThat(tenant.journal())
        .containsExactly("0d asks kim, OWNER, round 1", "2d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void the_owner_who_says_remove_lets_it_end() {
    tenant.opens(Trigger.EXCLUSION_ENDS);
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(90));

    assertThat(tenant.journal()).containsExactly("0d asks kim, OWNER, round 1", "2d " + ENDS);
    assertThat(tenant.closing().outcome().standing()).isEqualTo(Standing.EXEMPT);
  }

  @Test
  void an_operator_who_says_remove_lets_it_end() {
    tenant.opens(Trigger.EXCLUSION_ENDS);
    tenant.operatorSays(Choice.REMOVE);

    assertThat(tenant.journal()).endsWith("0d " + ENDS);
  }

  @Test
  void where_everybody_is_silent_it_ends_by_itself_and_nobody_is_called() {
    tenant.opens(Trigger.EXCLUSION_ENDS);
    tenant.passes(Duration.ofDays(90));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks kim, OWNER, round 1",
            "14d asks sam, STEWARD, round 2",
            "24d closes EXEMPT: nobody asked for more: the exclusion ends on its day");
  }

  @Test
  void silence_removes_nothing_whatever_the_policy_says() {
    tenant.opens(Trigger.EXCLUSION_ENDS, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(90));

    assertThat(tenant.journal())
        .endsWith("24d closes EXEMPT: nobody asked for more: the exclusion ends on its day");
  }
}
