package io.gatehouse.sponsor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.rehearsal.DeskScene;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The conversation with one sponsor. */
class DeskTest {
  @RegisterExtension final DeskScene desk = new DeskScene();

  @Test
  void a_question_and_its_reminders_go_out_on_their_days_and_then_the_desk_ends() {
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofDays(2));
    assertThat(desk.deskIsOpen()).isTrue();
    desk.passes(Duration.ofDays(2));

    assertThat(desk.journal())
        .containsExactly(
            "0d mail 0 to bob about ann: Delivered",
            "1d mail 1 to bob about ann: Delivered",
            "3d mail 2 to bob about ann: Delivered");
    assertThat(desk.deskIsOpen()).isFalse();
  }

  @Test
  void the_lifecycle_hears_once_when_its_question_was_delivered() {
    Instant taken = Instant.parse("2026-11-20T09:30:00Z");
    desk.nextMail(new MailOutcome.Delivered(taken));
    desk.opens("ann");
    desk.asks("ann", 2);
    desk.passes(Duration.ofDays(5));

    assertThat(desk.heardBy("ann")).containsExactly(new Delivery("opening-of-ann", 2, taken));
  }

  @Test
  void reminders_are_counted_from_the_delivered_mail() {
    desk.nextMail(new MailOutcome.Later(Duration.ofDays(10)));
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofDays(15));

    assertThat(desk.journal())
        .containsExactly(
            "0d mail 0 to bob about ann: Later",
            "10d mail 0 to bob about ann: Delivered",
            "11d mail 1 to bob about ann: Delivered",
            "13d mail 2 to bob about ann: Delivered");
  }

  @Test
  void a_postponed_reminder_does_not_postpone_the_one_after_it() {
    desk.nextMail(new MailOutcome.Delivered(Instant.parse("2026-11-20T08:00:00Z")));
    desk.nextMail(new MailOutcome.Later(Duration.ofDays(1)));
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofDays(5));

    assertThat(desk.journal())
        .containsExactly(
            "0d mail 0 to bob about ann: Delivered",
            "1d mail 1 to bob about ann: Later",
            "2d mail 1 to bob about ann: Delivered",
            "3d mail 2 to bob about ann: Delivered");
  }

  @Test
  void after_an_answer_no_reminder_follows() {
    desk.nextMail(new MailOutcome.Delivered(Instant.parse("2026-11-20T08:00:00Z")));
    desk.nextMail(new MailOutcome.NotNeeded());
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofDays(5));

    assertThat(desk.journal())
        .containsExactly(
            "0d mail 0 to bob about ann: Delivered", "1d mail 1 to bob about ann: NotNeeded");
    assertThat(desk.deskIsOpen()).isFalse();
  }

  @Test
  void the_same_question_is_asked_once() {
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofHours(1));
    desk.asks("ann", 1);
    desk.passes(Duration.ofHours(1));

    assertThat(desk.journal()).containsExactly("0d mail 0 to bob about ann: Delivered");
  }

  @Test
  void the_same_question_asked_again_while_its_mail_goes_out_is_asked_once() {
    desk.opens("ann");
    desk.duringNextMail(() -> desk.asks("ann", 1));
    desk.asks("ann", 1);
    desk.passes(Duration.ofHours(1));

    assertThat(desk.journal()).containsExactly("0d mail 0 to bob about ann: Delivered");
  }

  @Test
  void two_guests_have_their_own_reminders_in_the_order_of_their_dates() {
    desk.opens("ann");
    desk.opens("carl");
    desk.asks("ann", 1, Duration.ofDays(4));
    desk.passes(Duration.ofDays(1));
    desk.asks("carl", 1, Duration.ofDays(1));
    desk.passes(Duration.ofDays(4));

    assertThat(desk.journal())
        .containsExactly(
            "0d mail 0 to bob about ann: Delivered",
            "1d mail 0 to bob about carl: Delivered",
            "2d mail 1 to bob about carl: Delivered",
            "4d mail 1 to bob about ann: Delivered");
    assertThat(desk.heardBy("carl")).hasSize(1);
  }

  @Test
  void an_undeliverable_question_is_reported_and_not_repeated() {
    desk.nextMail(new MailOutcome.Undeliverable());
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofDays(5));

    assertThat(desk.heardBy("ann")).containsExactly(new Delivery("opening-of-ann", 1, null));
    assertThat(desk.journal()).containsExactly("0d mail 0 to bob about ann: Undeliverable");
  }

  @Test
  void an_undeliverable_reminder_does_not_take_back_that_the_question_arrived() {
    desk.nextMail(new MailOutcome.Delivered(Instant.parse("2026-11-20T08:00:00Z")));
    desk.nextMail(new MailOutcome.Undeliverable());
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofDays(5));

    assertThat(desk.heardBy("ann")).hasSize(1).allMatch(d -> d.deliveredAt() != null);
    assertThat(desk.deskIsOpen()).isFalse();
  }

  @Test
  void a_lifecycle_that_closed_meanwhile_does_not_disturb_the_desk() {
    desk.asks("nobody", 1);
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofDays(4));

    assertThat(desk.journal()).contains("3d mail 2 to bob about ann: Delivered");
    assertThat(desk.deskIsOpen()).isFalse();
  }

  @Test
  void mail_that_is_refused_for_good_is_tried_again_and_other_guests_get_theirs() {
    desk.nextMailFails(FailureType.NOT_CONFIGURED, "no sender address is configured");
    desk.opens("ann");
    desk.opens("carl");
    desk.asks("ann", 1);
    desk.passes(Duration.ofMinutes(10));
    assertThat(desk.details()).contains("no sender address is configured");
    desk.asks("carl", 1);
    desk.passes(Duration.ofHours(2));

    assertThat(desk.journal())
        .containsExactly(
            "0d 00:10 mail 0 to bob about carl: Delivered",
            "0d 01:00 mail 0 to bob about ann: Delivered");
  }
}
