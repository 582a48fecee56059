package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An operator gives more time: 20 days in all. */
class ExtendTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  private static String nothingRuns(String stage) {
    return "No date is running that could be moved: %s.".formatted(stage);
  }

  private static String notMoreThan(int left, int asked) {
    return "The policy lets %d more days be added to this lifecycle, %d were asked for; use hold for longer."
        .formatted(left, asked);
  }

  @Test
  void the_day_the_answer_is_due_moves_out_and_the_receipt_names_it() {
    tenant.opens();
    tenant.passes(Duration.ofDays(10));
    Receipt receipt = tenant.extendsBy(5);

    assertThat(receipt.sentence()).isEqualTo("Extended by 5 days.");
    assertThat(receipt.nextAt()).asString().startsWith("2026-12-09T08:00");
    assertThat(tenant.details()).contains("**Next** 2026-12-09 08:00");
    tenant.passes(Duration.ofDays(15));
    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "19d asks mia, MANAGER, round 2");
  }

  @Test
  void what_was_added_for_one_person_is_not_added_for_the_next() {
    tenant.opens();
    tenant.extendsBy(5);
    tenant.passes(Duration.ofDays(40));

    assertThat(tenant.journal())
        .contains("19d asks mia, MANAGER, round 2", "29d asks sam, STEWARD, round 3");
  }

  @Test
  void the_time_in_which_an_answer_can_be_changed_moves_out() {
    tenant.opens();
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.extendsBy(4);
    tenant.passes(Duration.ofDays(7));

    assertThat(tenant.journal()).endsWith("6d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void a_changed_answer_shows_the_date_that_was_moved() {
    tenant.opens();
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.extendsBy(4);
    tenant.sponsorSays(Choice.REMOVE, 1);

    assertThat(tenant.details()).contains("**Next** 2026-11-26 08:00");
  }

  @Test
  void the_day_of_disabling_moves_out() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.extendsBy(6);
    tenant.passes(Duration.ofDays(10));

    assertThat(tenant.journal()).contains("9d DISABLE Done");
  }

  @Test
  void the_end_of_the_grace_moves_out() {
    tenant.removedSince(10);
    tenant.extendsBy(20);
    tenant.passes(Duration.ofDays(50));

    assertThat(tenant.journal()).contains("3d DISABLE Done", "53d SOFT_DELETE Done");
  }

  @Test
  void an_extension_on_hold_counts_beside_the_hold() {
    tenant.opens();
    tenant.holds(Duration.ofDays(10));
    tenant.extendsBy(5);
    assertThat(tenant.details()).contains("**Next** 2026-12-19 ");
    tenant.passes(Duration.ofDays(30));

    assertThat(tenant.journal()).endsWith("29d asks mia, MANAGER, round 2");
  }

  @Test
  void many_small_steps_are_no_way_around_the_limit() {
    tenant.opens();
    tenant.extendsBy(12);
    tenant.operatorSays(Choice.REMOVE);

    assertThat(tenant.refusalOf(() -> tenant.extendsBy(9))).isEqualTo(notMoreThan(8, 9));
    tenant.extendsBy(8);
    assertThat(tenant.refusalOf(() -> tenant.extendsBy(1))).isEqualTo(notMoreThan(0, 1));
  }

  @Test
  void a_date_moves_by_a_day_at_least_and_never_in() {
    tenant.opens();

    assertThat(tenant.refusalOf(() -> tenant.extendsBy(0))).isEqualTo(notMoreThan(20, 0));
    assertThat(tenant.refusalOf(() -> tenant.extendsBy(-3))).isEqualTo(notMoreThan(20, -3));
    assertThat(tenant.refusalOf(() -> tenant.extendsBy(21))).isEqualTo(notMoreThan(20, 21));
  }

  @Test
  void nothing_is_extended_before_the_question_was_delivered() {
    tenant.mailIsSlowTo("bob");
    tenant.opens();

    assertThat(tenant.refusalOf(() -> tenant.extendsBy(1)))
        .isEqualTo(nothingRuns("waiting for an answer"));
  }

  @Test
  void a_slot_is_the_caps_to_give_and_the_recycle_bin_keeps_its_days() {
    tenant.nextSlotIn(Duration.ofDays(5));
    tenant.removedSince(4);
    assertThat(tenant.refusalOf(() -> tenant.extendsBy(1)))
        .isEqualTo(nothingRuns("waiting for a slot under the caps"));

    tenant.passes(Duration.ofDays(40));
    assertThat(tenant.refusalOf(() -> tenant.extendsBy(1)))
        .isEqualTo(nothingRuns("deleted softly, can be restored"));
  }

  @Test
  void what_waits_for_a_person_or_for_the_gate_has_no_date() {
    tenant.next(
        Effect.DISABLE,
        new EffectOutcome.GateClosed("closed by hand"),
        new EffectOutcome.Unclear("no date"));
    tenant.removedSince(4);
    assertThat(tenant.refusalOf(() -> tenant.extendsBy(1)))
        .isEqualTo(nothingRuns("the guest was told, disabling comes next"));

    tenant.looksAgain();
    assertThat(tenant.refusalOf(() -> tenant.extendsBy(1)))
        .isEqualTo(nothingRuns("a person has to look"));
  }

  @Test
  void a_date_that_has_come_is_not_moved_while_the_effect_is_under_way() {
    var refusals = new CopyOnWriteArrayList<String>();
    tenant.during(
        "perform DISABLE", () -> refusals.add(tenant.refusalOf(() -> tenant.extendsNow(5))));
    tenant.removedSince(4);

    assertThat(refusals).containsExactly(nothingRuns("the guest was told, disabling comes next"));
    assertThat(tenant.journal()).contains("3d DISABLE Done");
  }

  @Test
  void an_account_that_is_given_back_is_not_extended() {
    tenant.next(Effect.ENABLE, new EffectOutcome.Unclear("the directory shows two answers"));
    tenant.removedSince(10);
    tenant.restores();

    assertThat(tenant.refusalOf(() -> tenant.extendsBy(1)))
        .isEqualTo("The account is being given back already.");
    tenant.retries();
  }
}
