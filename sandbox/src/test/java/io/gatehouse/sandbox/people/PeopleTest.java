package io.gatehouse.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.mail.PostOffice;
import io.gatehouse.sandbox.mail.Postman;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.TenantSize;
import io.gatehouse.sandbox.tenant.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleTest {
  private static final NamedGuest GUEST = NamedGuest.SPONSOR_KEEPS;

  private final MovableClock clock = new MovableClock();
  private final Instant start = clock.instant();
  private final PostOffice postOffice = new PostOffice(0);
  private final Postman postman = new Postman(postOffice.port());
  private final Tenant tenant = new Tenant(7, clock, new TenantSize(400, 40));
  private final People people = new People(postOffice, tenant);
  private final AnswerPages pages = new AnswerPages();

  @AfterEach
  void stop() {
    pages.close();
    postOffice.close();
  }

  private void asks(Employee person, NamedGuest guest, String token) throws Exception {
    String link = pages.link(token);
    postman.sends(
        person.mail(),
        "Do you still vouch for " + guest.displayName().replaceAll("[\\r\\n]", " ") + "?",
        "%s has not signed in.\nAnswer here: %s\nThank you.".formatted(guest.mail(), link),
        "<p><a href=\"%s\">Answer</a> <a href=\"http://evil.example.com/\">x</a></p>"
            .formatted(link));
    people.act(clock.instant());
  }

  private int after(Duration duration) {
    clock.pass(duration);
    return people.act(clock.instant());
  }

  private List<String> choices() {
    return people.answered().stream().map(AnsweredMail::choice).toList();
  }

  @Test
  void anna_keeps_with_a_reason_until_the_last_day_the_page_allows() throws Exception {
    asks(Employee.ANNA, GUEST, "t1");
    assertThat(people.nextDue()).contains(start.plus(Duration.ofHours(5)));
    assertThat(after(Duration.ofHours(4))).isZero();

    assertThat(after(Duration.ofHours(1))).isEqualTo(1);

    assertThat(people.answered())
        .containsExactly(
            new AnsweredMail(
                Employee.ANNA.mail(),
                GUEST.mail(),
                "keep",
                start.plus(Duration.ofHours(5)),
                200,
                true));
    assertThat(pages.decisions())
        .containsExactly(
            "form=7&reason=The+joint+audit+runs+on.&until=2026-07-01&who=&choice=keep");
    assertThat(people.nextDue()).isEmpty();
  }

  @Test
  void boris_removes_after_two_days() throws Exception {
    asks(Employee.BORIS, NamedGuest.PLAINLY_STALE, "t1");

    assertThat(after(Duration.ofHours(47))).isZero();
    assertThat(after(Duration.ofHours(1))).isEqualTo(1);
    assertThat(choices()).containsExactly("remove");
  }

  @Test
  void chiara_and_frank_never_open_anything() throws Exception {
    asks(Employee.CHIARA, NamedGuest.SPONSOR_SILENT, "t1");
    asks(Employee.FRANK, NamedGuest.SPONSOR_GONE, "t2");

    assertThat(after(Duration.ofDays(300))).isZero();
    assertThat(pages.seen()).isEmpty();
  }

  @Test
  void david_removes_and_the_next_day_keeps_with_the_same_link() throws Exception {
    asks(Employee.DAVID, NamedGuest.SPONSOR_CHANGES_MIND, "t1");

    after(Duration.ofDays(1));
    assertThat(choices()).containsExactly("remove");
    asks(Employee.DAVID, NamedGuest.SPONSOR_CHANGES_MIND, "receipt");
    after(Duration.ofDays(1));

    assertThat(choices()).containsExactly("remove", "keep");
    assertThat(pages.seen()).extracting(AnswerPages.Seen::path).containsOnly("/a/t1");
  }

  @Test
  void emmas_scanner_opens_and_posts_everything_at_once_and_decides_nothing() throws Exception {
    asks(Employee.EMMA, NamedGuest.SPONSOR_REMOVES, "t1");

    assertThat(pages.seen())
        .containsExactly(
            new AnswerPages.Seen("GET", "/a/t1", ""),
            new AnswerPages.Seen("POST", "/a/t1", ""),
            new AnswerPages.Seen("POST", "/a/t1", "form=7&reason=&until=&who="));
    assertThat(people.scanned())
        .extracting(ScannedLink::statuses)
        .containsExactly(List.of(200, 400, 400));
    assertThat(people.answered()).isEmpty();

    after(Duration.ofDays(1));
    assertThat(choices()).containsExactly("remove");
  }

  @Test
  void grace_answers_after_a_day_also_about_a_guest_with_a_hostile_name() throws Exception {
    asks(Employee.GRACE, NamedGuest.HOSTILE_NAME, "t1");

    after(Duration.ofDays(1));

    assertThat(people.answered().getFirst().guestHint()).isEqualTo(NamedGuest.HOSTILE_NAME.mail());
    assertThat(choices()).containsExactly("remove");
  }

  @Test
  void a_reminder_after_the_answer_is_not_answered_again() throws Exception {
    asks(Employee.BORIS, GUEST, "t1");
    after(Duration.ofDays(2));

    asks(Employee.BORIS, GUEST, "t2");

    assertThat(after(Duration.ofDays(10))).isZero();
    assertThat(choices()).hasSize(1);
  }

  @Test
  void a_reminder_before_the_answer_is_used_instead_and_the_time_does_not_start_again()
      throws Exception {
    asks(Employee.BORIS, GUEST, "t1");
    clock.pass(Duration.ofDays(1));
    asks(Employee.BORIS, GUEST, "t2");

    after(Duration.ofDays(1));

    assertThat(choices()).hasSize(1);
    assertThat(pages.seen()).extracting(AnswerPages.Seen::path).containsOnly("/a/t2");
  }

  @Test
  void a_question_after_what_was_kept_has_run_out_is_a_new_question() throws Exception {
    asks(Employee.ANNA, GUEST, "t1");
    after(Duration.ofDays(1));
    clock.pass(Duration.ofDays(120));
    asks(Employee.ANNA, GUEST, "t2");

    after(Duration.ofDays(1));

    assertThat(choices()).containsExactly("keep", "keep");
  }

  @Test
  void two_guests_in_one_mail_are_two_questions() throws Exception {
    postman.sends(
        Employee.BORIS.mail(),
        "Two questions",
        "%s\n%s\n\n%s\n%s\n"
            .formatted(
                NamedGuest.EXCLUDED.displayName(),
                pages.link("t1"),
                NamedGuest.PLAINLY_STALE.mail(),
                pages.link("t2")),
        "");
    people.act(clock.instant());

    assertThat(after(Duration.ofDays(2))).isEqualTo(2);
    assertThat(people.answered())
        .extracting(AnsweredMail::guestHint)
        .containsExactly(NamedGuest.EXCLUDED.mail(), NamedGuest.PLAINLY_STALE.mail());
  }

  @Test
  void a_refused_answer_is_told_and_a_later_reminder_gets_one() throws Exception {
    asks(Employee.BORIS, GUEST, "t1");
    pages.answerWith(410);
    after(Duration.ofDays(2));
    assertThat(people.answered().getFirst())
        .extracting(AnsweredMail::httpStatus, AnsweredMail::recorded)
        .containsExactly(410, false);

    pages.answerWith(200);
    asks(Employee.BORIS, GUEST, "t2");
    after(Duration.ofDays(2));

    assertThat(people.answered()).last().extracting(AnsweredMail::recorded).isEqualTo(true);
  }

  @Test
  void when_the_page_is_down_a_person_tries_again_the_next_day() throws Exception {
    asks(Employee.BORIS, GUEST, "t1");
    pages.answerWith(503);
    after(Duration.ofDays(2));
    pages.answerWith(200);

    assertThat(after(Duration.ofHours(23))).isZero();
    assertThat(after(Duration.ofHours(1))).isEqualTo(1);

    assertThat(people.answered()).extracting(AnsweredMail::recorded).containsExactly(false, true);
  }

  @Test
  void links_to_strangers_are_never_followed() throws Exception {
    postman.sends(Employee.BORIS.mail(), "Hello", "http://gate.example.com/a/t1", "");

    assertThat(people.act(clock.instant())).isZero();
    assertThat(people.nextDue()).isEmpty();
  }

  @Test
  void a_mail_without_a_link_moves_nobody() throws Exception {
    postman.sends(Employee.BORIS.mail(), "Hello", "No link here.", "");

    assertThat(people.act(clock.instant())).isZero();
    assertThat(people.nextDue()).isEmpty();
  }

  @Test
  void judith_says_it_is_not_hers_and_names_somebody() throws Exception {
    asks(Employee.JUDITH, NamedGuest.FIVE_SPONSORS, "t1");

    after(Duration.ofDays(1));

    assertThat(choices()).containsExactly("not-mine");
    assertThat(pages.decisions())
        .containsExactly(
            "form=7&reason=I+moved+to+another+team.&until=&who=anna.keller%40contoso.example.com"
                + "&choice=not-mine");
  }

  @Test
  void henry_keeps_whom_he_invited_after_a_day() throws Exception {
    asks(Employee.HENRY, NamedGuest.INVITER_KNOWN, "t1");

    assertThat(after(Duration.ofHours(23))).isZero();
    assertThat(after(Duration.ofHours(1))).isEqualTo(1);
    assertThat(choices()).containsExactly("keep");
  }

  @Test
  void ivan_reads_nothing_for_he_has_no_mailbox() throws Exception {
    asks(Employee.IVAN, NamedGuest.SPONSOR_WITHOUT_MAILBOX, "t1");

    assertThat(after(Duration.ofDays(300))).isZero();
  }

  @Test
  void a_generated_colleague_answers_about_a_generated_guest_and_remembers_it() throws Exception {
    var colleague = tenant.colleagues().getFirst();
    var guests = tenant.guests().stream().filter(g -> named(g).isEmpty()).limit(2).toList();
    for (var guest : guests) {
      postman.sends(
          colleague.mail(),
          "Still needed?",
          "%s\n%s".formatted(guest.mail(), pages.link("t" + guest.surname())),
          "");
    }
    people.act(clock.instant());

    after(Duration.ofDays(1));

    assertThat(people.answered())
        .extracting(AnsweredMail::person, AnsweredMail::guestHint)
        .containsExactlyInAnyOrderElementsOf(
            guests.stream().map(g -> tuple(colleague.mail(), g.mail())).toList());
  }

  private Optional<NamedGuest> named(User user) {
    return NamedGuest.listed().stream()
        .filter(guest -> tenant.idOf(guest).equals(user.id()))
        .findFirst();
  }
}
