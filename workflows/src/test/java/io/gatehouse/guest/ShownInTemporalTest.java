package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.HistoryLaw;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.SearchAttributes;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an administrator sees in Temporal's own pages. */
class ShownInTemporalTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  private List<HistoryEvent> history() {
    return tenant.town().history(WorkflowIds.guest(Tenant.ANN)).getEvents();
  }

  private io.temporal.common.SearchAttributes attributes() {
    return tenant.lifecycle().describe().getTypedSearchAttributes();
  }

  @Test
  void the_details_tell_stage_reason_next_date_and_what_helps() {
    tenant.opens();

    assertThat(tenant.details())
        .contains(
            "- **Stage** waiting for an answer\n",
            "- **Next** 2026-12-04 08:00 UTC, waiting for answer of the sponsor, round 1\n",
            "- **What helps** `decide`, `reassign` (ask somebody else), `extend`, `hold`")
        .doesNotContain("`release`", "`retry`", "`restore`");
  }

  @Test
  void on_hold_the_details_and_an_attribute_tell_until_when_and_what_ends_it() {
    tenant.opens();
    tenant.holds(Duration.ofDays(5));

    assertThat(tenant.details())
        .contains("- **On hold until** 2026-11-25 08:00 UTC\n", "`release` (ends the hold)");
    assertThat(attributes().get(SearchAttributes.HELD_UNTIL)).isNotNull();

    tenant.releases();
    assertThat(tenant.details()).doesNotContain("On hold", "`release`");
    assertThat(attributes().get(SearchAttributes.HELD_UNTIL)).isNull();
  }

  @Test
  void the_details_follow_the_lifecycle() {
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    assertThat(tenant.details()).contains("the answer can still be changed");
    tenant.passes(Duration.ofDays(3));
    assertThat(tenant.details()).contains("disabling comes next", "2026-11-25 08:00");
    tenant.passes(Duration.ofDays(3));
    assertThat(tenant.details()).contains("disabled, in grace", "2026-12-25 08:00");
    tenant.passes(Duration.ofDays(30));
    assertThat(tenant.details()).contains("deleted softly", "2027-01-22 08:00");
    tenant.passes(Duration.ofDays(30));
    assertThat(tenant.details()).contains("closed", "removed: disabled, then deleted softly");
  }

  @Test
  void stage_and_next_date_can_be_filtered_by() {
    tenant.opens();
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("ASKED");
    assertThat(attributes().get(SearchAttributes.NEXT))
        .as("the day the answer is due")
        .isBetween(
            OffsetDateTime.parse("2026-12-04T07:59:00Z"),
            OffsetDateTime.parse("2026-12-04T08:01:00Z"));

    tenant.sponsorSays(Choice.REMOVE, 1);
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("ANSWERED");
    tenant.passes(Duration.ofDays(3));
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("NOTICE");
    tenant.passes(Duration.ofDays(3));
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("DISABLED");
    tenant.passes(Duration.ofDays(30));
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("DELETED");
  }

  @Test
  void how_it_ended_can_be_filtered_by() {
    tenant.opens();
    assertThat(attributes().get(SearchAttributes.OUTCOME)).isNull();
    tenant.operatorSays(Choice.KEEP);

    assertThat(attributes().get(SearchAttributes.OUTCOME)).isEqualTo("KEPT");
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("CLOSED");
    assertThat(attributes().get(SearchAttributes.NEXT)).isNull();
  }

  @Test
  void an_end_that_was_announced_costs_no_upsert_more() {
    tenant.opens();
    tenant.sponsorSays(Choice.KEEP, 1);
    assertThat(attributes().get(SearchAttributes.OUTCOME)).isEqualTo("KEPT");
    tenant.sponsorSays(Choice.REMOVE, 1);
    assertThat(attributes().get(SearchAttributes.OUTCOME)).as("changed").isNull();
    tenant.passes(Duration.ofDays(37));
    assertThat(attributes().get(SearchAttributes.OUTCOME)).isEqualTo("REMOVED");
    int upserts = upserts();
    tenant.passes(Duration.ofDays(30));

    assertThat(tenant.closing().outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(upserts()).isEqualTo(upserts);
  }

  @Test
  void a_date_that_moves_by_minutes_costs_no_upsert() {
    tenant.opens();

    assertThat(upserts()).isZero();
    assertThat(attributes().get(SearchAttributes.NEXT)).isNotNull();
  }

  private int upserts() {
    return (int)
        history().stream()
            .filter(HistoryEvent::hasUpsertWorkflowSearchAttributesEventAttributes)
            .count();
  }

  @Test
  void whoever_looks_for_lifecycles_that_need_a_person_finds_none_that_do_no_longer() {
    tenant.chainIs();
    tenant.opens();
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("NEEDS_OPERATOR");
    assertThat(attributes().get(SearchAttributes.NEXT)).isNull();
    tenant.mailIsSlowTo("zoe");
    tenant.reassigns("zoe");
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("ASKED");

    tenant.fails("look", FailureType.FORBIDDEN, "AuditLog.Read.All is not granted");
    tenant.looksAgain();
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("NEEDS_OPERATOR");
    tenant.operatorSays(Choice.KEEP);
    assertThat(attributes().get(SearchAttributes.STAGE)).isEqualTo("CLOSED");
  }

  @Test
  void while_the_gate_is_waited_for_no_date_is_promised() {
    tenant.next(Effect.DISABLE, new EffectOutcome.GateClosed("closed by hand"));
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));

    assertThat(attributes().get(SearchAttributes.NEXT)).isNull();
    assertThat(tenant.details()).contains("**Waiting for** the gate: closed by hand");
  }

  @Test
  void while_on_hold_the_timeline_says_so() {
    tenant.opens();
    tenant.holds(Duration.ofDays(5));

    assertThat(history().stream().filter(HistoryEvent::hasTimerStartedEventAttributes))
        .extracting(HistoryLaw::summary)
        .containsExactly("answer of the sponsor", "on hold");
  }

  @Test
  void a_removal_costs_few_events() {
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(70));

    assertThat(tenant.closing().outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(history()).as("temporal.md: a guest needs 40 to 80 events").hasSizeLessThan(150);
  }

  @Test
  void ids_name_the_guest_by_object_id_only() {
    assertThat(WorkflowIds.guest(Tenant.ANN)).isEqualTo("guest/contoso/ann-id");
    assertThat(WorkflowIds.desk("contoso", "bob")).isEqualTo("desk/contoso/bob");
    assertThat(WorkflowIds.scan("contoso")).isEqualTo("scan/contoso");
  }

  @Test
  void no_mail_address_stands_in_the_whole_history() {
    tenant.opens();
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(3));

    assertThat(history()).noneMatch(event -> event.toString().contains("@"));
  }
}
