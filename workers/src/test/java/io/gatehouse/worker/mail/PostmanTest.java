package io.gatehouse.worker.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Mode;
import io.gatehouse.sandbox.mail.Letter;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.QuestionMail;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.attestation.LinkRow;
import io.gatehouse.store.attestation.LinkToken;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.mail.MailRow;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions and reminders to sponsors, over real SMTP. */
class PostmanTest {
  private static final String PAGES = "https://guests.contoso.example.com";
  private static final Pattern LINK = Pattern.compile(PAGES + "/a/([A-Za-z0-9_-]{22})");
  private static final Employee ANNA = Employee.ANNA;

  private final TryHouse house = new TryHouse();
  private final Postman postman =
      new Postman(
          house.house(), new Smtp(house.mail(), house.clock()), PAGES, "contoso.example.com");
  private final LifecycleRef ref = house.opened(NamedGuest.SPONSOR_KEEPS);
  private final UUID openingId = UUID.fromString(ref.openingId());
  private final Question question = asked(ref, 1, ANNA, Role.SPONSOR);

  @AfterEach
  void stop() {
    house.close();
  }

  private Question asked(LifecycleRef of, int round, Employee person, Role role) {
    String id = house.knows(person);
    house
        .store()
        .questions()
        .ask(
            QuestionRow.asked(
                UUID.fromString(of.openingId()), round, id, role.name(), house.now()));
    return new Question(
        of,
        Trigger.INACTIVE,
        round,
        id,
        role,
        Duration.ofDays(14),
        List.of(Duration.ofDays(7), Duration.ofDays(11)));
  }

  private MailOutcome send(int number) {
    return postman.send(new QuestionMail(question, number));
  }

  private List<Letter> letters() {
    return house.sandbox().postOffice().letters(ANNA.mail());
  }

  @Test
  void a_delivered_question_starts_the_time_to_answer() {
    assertThat(send(0)).isEqualTo(new MailOutcome.Delivered(house.now()));

    QuestionRow row = house.store().questions().find(openingId, 1).orElseThrow();
    assertThat(row.deliveredAt()).isEqualTo(house.now());
    assertThat(row.deliveredUnder()).isEqualTo("ENFORCE");
    assertThat(row.answerBy()).isEqualTo(house.now().plus(Duration.ofDays(14)));
    assertThat(house.lifecycle(ref).nextAt()).isEqualTo(row.answerBy());
    assertThat(house.ledger(ref)).containsExactly("mail.delivered");
    assertThat(house.entries(ref).getFirst().body())
        .contains("\"mail\":\"QUESTION\"")
        .doesNotContain(question.sponsorId(), ANNA.mail());
  }

  @Test
  void text_and_html_say_the_same_facts() {
    send(0);

    Letter letter = letters().getFirst();
    assertThat(letter.subject())
        .isEqualTo("Is Lucas Moreau still needed? Please answer by Monday, 16 March 2026");
    for (String part : List.of(letter.text(), letter.html())) {
      assertThat(part)
          .contains(
              "Anna Keller",
              "Lucas Moreau",
              "Adatum",
              "lucas.moreau@adatum.example.com",
              "Sunday, 26 January 2025",
              "Monday, 16 March 2026",
              "Without an answer we ask the next person in charge");
      assertThat(token(part)).isEqualTo(token(letter.text()));
    }
  }

  @Test
  void the_link_is_a_token_of_which_only_the_hash_is_stored() {
    send(0);

    String token = token(letters().getFirst().text());
    LinkRow link = house.store().links().find(LinkToken.hash(token)).orElseThrow();
    assertThat(link.openingId()).isEqualTo(openingId);
    assertThat(link.round()).isEqualTo(1);
    assertThat(link.sponsorId()).isEqualTo(question.sponsorId());
    assertThat(link.expiresAt()).isAfter(house.now().plus(Duration.ofDays(14)));
    assertThat(letters().getFirst().text())
        .doesNotContain(ref.openingId(), ref.guestId(), question.sponsorId());
  }

  @Test
  void nobodys_absence_note_answers_and_replies_go_to_the_address_that_was_set() {
    send(0);

    Letter letter = letters().getFirst();
    assertThat(letter.header("auto-submitted")).contains("auto-generated");
    assertThat(letter.header("x-auto-response-suppress")).contains("OOF, AutoReply");
    assertThat(letter.header("reply-to")).contains("identity@contoso.example.com");
    assertThat(letter.header("from")).contains("gatehouse@contoso.example.com");
    assertThat(letter.header("date"))
        .hasValueSatisfying(it -> assertThat(it).contains("2 Mar 2026"));
  }

  @Test
  void the_same_mail_is_sent_once_and_its_id_is_the_same_on_every_attempt() {
    house.sandbox().postOffice().refuseNext();
    var later = catchThrowableOfType(ApplicationFailure.class, () -> send(0));
    assertThat(later.getType()).isEqualTo("TRANSIENT");
    assertThat(letters()).isEmpty();

    MailOutcome first = send(0);
    house.clock().pass(Duration.ofMinutes(1));
    MailOutcome again = send(0);

    assertThat(again).isEqualTo(first);
    assertThat(letters()).hasSize(1);
    assertThat(letters().getFirst().header("message-id"))
        .contains("<%s.1.0@contoso.example.com>".formatted(ref.openingId()));
    assertThat(house.ledger(ref)).containsExactly("mail.delivered");
  }

  @Test
  void a_reminder_follows_the_question_and_names_the_same_last_day() {
    send(0);
    house.clock().pass(Duration.ofDays(7));
    send(1);

    Letter question = letters().getFirst();
    Letter reminder = letters().getLast();
    assertThat(reminder.header("references")).isEqualTo(question.header("message-id"));
    assertThat(reminder.header("in-reply-to")).isEqualTo(question.header("message-id"));
    assertThat(reminder.header("message-id")).isNotEqualTo(question.header("message-id"));
    assertThat(reminder.subject()).isEqualTo("Reminder: " + question.subject());
    assertThat(reminder.text()).contains("We asked you about a guest and have no answer yet.");
    assertThat(reminder.html()).contains("We asked you about a guest and have no answer yet.");
  }

  @Test
  void no_reminder_after_the_answer() {
    send(0);
    house.answered(ref, 1, "KEEP");

    assertThat(send(1)).isEqualTo(new MailOutcome.NotNeeded());
    assertThat(letters()).hasSize(1);
  }

  @Test
  void no_mail_about_a_question_that_was_settled_or_a_lifecycle_that_ended() {
    house.store().questions().settle(openingId, 1, house.now());
    assertThat(send(0)).isEqualTo(new MailOutcome.NotNeeded());

    Question second = asked(ref, 2, ANNA, Role.SPONSOR);
    new LifecycleRecorder(house.house()).close(ref, new Closing(Outcome.GONE, "gone", null));
    assertThat(postman.send(new QuestionMail(second, 0))).isEqualTo(new MailOutcome.NotNeeded());
    assertThat(letters()).isEmpty();
  }

  @Test
  void observing_mails_no_one() {
    house.mode(Mode.OBSERVE);

    assertThat(send(0)).isEqualTo(new MailOutcome.Later(Duration.ofHours(6)));
    assertThat(house.sandbox().postOffice().count()).isZero();
    assertThat(house.store().mails().of(openingId)).isEmpty();
  }

  @Test
  void a_bounce_is_recorded_and_the_question_is_undeliverable() {
    house.sandbox().postOffice().bounce(ANNA.mail());

    assertThat(send(0)).isEqualTo(new MailOutcome.Undeliverable());
    assertThat(house.store().questions().find(openingId, 1).orElseThrow().undeliverable())
        .isNotBlank();
    assertThat(house.store().mails().of(openingId))
        .extracting(MailRow::failure)
        .containsExactly("the mail server refused it with code 550");
    assertThat(house.ledger(ref)).containsExactly("mail.undeliverable");
  }

  @Test
  void a_hostile_display_name_reaches_nobodys_header_script_or_reading_direction() {
    LifecycleRef hostile = house.opened(NamedGuest.HOSTILE_NAME);
    postman.send(new QuestionMail(asked(hostile, 1, ANNA, Role.SPONSOR), 0));

    Letter letter = letters().getFirst();
    assertThat(letter.header("bcc")).isEmpty();
    assertThat(house.sandbox().postOffice().count()).isEqualTo(1);
    assertThat(letter.html()).doesNotContain("<script");
    for (String part : List.of(letter.subject(), letter.text(), letter.html())) {
      assertThat(part).doesNotContain("\u202E", "\nBcc:", "evil.example.com");
    }
  }

  @Test
  void the_steward_is_told_that_nobody_comes_after_them() {
    Question last = asked(ref, 2, Employee.GRACE, Role.STEWARD);
    postman.send(new QuestionMail(last, 0));

    Letter letter = house.sandbox().postOffice().letters(Employee.GRACE.mail()).getFirst();
    for (String part : List.of(letter.text(), letter.html())) {
      assertThat(part)
          .contains("You are the last person we can ask")
          .doesNotContainIgnoringCase("not mine")
          .doesNotContain("we ask the next person");
    }
  }

  @Test
  void a_link_of_an_earlier_opening_leads_to_that_opening_only() {
    send(0);
    String old = token(letters().getFirst().text());
    new LifecycleRecorder(house.house()).close(ref, new Closing(Outcome.STOOD_DOWN, "x", null));
    house.clock().pass(Duration.ofDays(365));
    LifecycleRef second = house.opened(ref.guestId(), Trigger.INACTIVE);
    postman.send(new QuestionMail(asked(second, 1, ANNA, Role.SPONSOR), 0));

    LinkRow link = house.store().links().find(LinkToken.hash(old)).orElseThrow();
    assertThat(link.openingId()).isEqualTo(openingId);
    assertThat(link.expiresAt()).isBefore(house.now());
    assertThat(token(letters().getLast().text())).isNotEqualTo(old);
  }

  private static String token(String part) {
    var found = LINK.matcher(part);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
