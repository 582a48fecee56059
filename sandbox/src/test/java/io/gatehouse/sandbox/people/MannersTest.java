package io.gatehouse.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.mail.PostOffice;
import io.gatehouse.sandbox.mail.Postman;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A manner counts when somebody lived it to its end. */
class MannersTest {
  private final MovableClock clock = new MovableClock();
  private final PostOffice postOffice = new PostOffice(0);
  private final Postman postman = new Postman(postOffice.port());
  private final People people = new People(postOffice, new Tenant(7, clock));
  private final AnswerPages pages = new AnswerPages();

  @AfterEach
  void stop() {
    pages.close();
    postOffice.close();
  }

  private void asks(Employee person, NamedGuest guest) throws Exception {
    String link = pages.link(person.name());
    postman.sends(
        person.mail(),
        "Do you still vouch for a guest?",
        "%s has not signed in.%nAnswer here: %s".formatted(guest.mail(), link),
        "<p><a href=\"%s\">Answer</a></p>".formatted(link));
    people.act(clock.instant());
  }

  private int livedAfter(Duration duration, Manner manner) {
    clock.pass(duration);
    people.act(clock.instant());
    return people.lived().getOrDefault(manner, -1);
  }

  @Test
  void every_manner_is_named_before_anybody_was_asked() {
    assertThat(people.lived()).containsOnlyKeys(Manner.values()).containsEntry(Manner.KEEPS, 0);
  }

  @Test
  void an_answer_counts_when_it_is_recorded() throws Exception {
    asks(Employee.ANNA, NamedGuest.SPONSOR_KEEPS);

    assertThat(livedAfter(Duration.ZERO, Manner.KEEPS)).isZero();
    assertThat(livedAfter(Duration.ofDays(1), Manner.KEEPS)).isEqualTo(1);
  }

  @Test
  void who_changes_their_mind_has_done_so_with_the_second_word() throws Exception {
    asks(Employee.DAVID, NamedGuest.SPONSOR_CHANGES_MIND);

    assertThat(livedAfter(Duration.ofDays(1), Manner.CHANGES_MIND)).isZero();
    assertThat(livedAfter(Duration.ofDays(1), Manner.CHANGES_MIND)).isEqualTo(1);
  }

  @Test
  void who_says_nothing_counts_once_for_each_guest_however_often_they_are_reminded()
      throws Exception {
    asks(Employee.CHIARA, NamedGuest.SPONSOR_SILENT);
    asks(Employee.CHIARA, NamedGuest.SPONSOR_SILENT);

    assertThat(livedAfter(Duration.ZERO, Manner.SAYS_NOTHING)).isEqualTo(1);
  }

  @Test
  void a_scanner_counts_at_the_moment_the_mail_arrives() throws Exception {
    asks(Employee.EMMA, NamedGuest.SPONSOR_REMOVES);

    assertThat(livedAfter(Duration.ZERO, Manner.HAS_SCANNER)).isPositive();
  }
}
