package io.gatehouse.worker.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Silence;
import io.gatehouse.sandbox.mail.Letter;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.QuestionMail;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the question says, by trigger and by the role in which somebody is asked. */
class QuestionWordsTest {
  private static final String NEXT = "Without an answer we ask the next person in charge.";
  private static final String REMOVED =
      "Without an answer we ask the next person in charge; when nobody answers, the account may be disabled after a last notice to the guest.";
  private static final String LAST =
      "You are the last person we can ask; without your answer nothing happens.";

  private final TryHouse house = new TryHouse();
  private final Postman postman =
      new Postman(
          house.house(),
          new Smtp(house.mail(), house.clock()),
          "https://guests.contoso.example.com",
          "contoso.example.com");

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INVITATION_NOT_REDEEMED; The invitation sent on Thursday, 14 August 2025 was never accepted.",
        "NEVER_SIGNED_IN; This account was created on Thursday, 14 August 2025, and nobody has ever signed in to it.",
        "INACTIVE; Nobody has signed in to this account since Sunday, 26 January 2025.",
        "SPONSOR_MISSING; This account is in use, last on Sunday, 26 January 2025, but nobody who answers is on record as its sponsor.",
        "ATTESTATION_DUE; this account is in use, last on Sunday, 26 January 2025.",
        "EXCLUSION_ENDS; By the policy this guest is left alone, and that ends soon."
      })
  void it_says_why_it_is_asked_in_text_and_in_html(Trigger trigger, String why) {
    Letter letter = asked(guestFor(trigger), trigger, Role.SPONSOR);

    assertThat(letter.text()).contains(why);
    assertThat(letter.html().replace("&#39;", "'")).contains(why);
  }

  private static NamedGuest guestFor(Trigger trigger) {
    return switch (trigger) {
      case INVITATION_NOT_REDEEMED -> NamedGuest.PENDING_INVITATION;
      case NEVER_SIGNED_IN -> NamedGuest.PENDING_INVITATION;
      case INACTIVE, SPONSOR_MISSING, ATTESTATION_DUE, EXCLUSION_ENDS -> NamedGuest.SPONSOR_KEEPS;
    };
  }

  @ParameterizedTest
  @EnumSource(Trigger.class)
  void it_says_what_keep_and_remove_mean_and_promises_nothing_it_does_not_do(Trigger trigger) {
    Letter letter = asked(NamedGuest.SPONSOR_KEEPS, trigger, Role.SPONSOR);

    for (String part : List.of(letter.text(), letter.html())) {
      if (trigger == Trigger.EXCLUSION_ENDS) {
        assertThat(part)
            .contains("the guest has to be left alone longer, until a date you name")
            .contains("that is not needed any more: the guest becomes one like any other")
            .doesNotContain("Nothing is lost", "recycle bin", "disabled");
      } else {
        assertThat(part)
            .contains("they still need access, until a date you name")
            .contains("they do not need it any more")
            .contains("Nothing is lost at once: a removed account is first disabled");
      }
    }
    assertThat(letter.subject())
        .startsWith(
            trigger == Trigger.EXCLUSION_ENDS
                ? "Does Lucas Moreau have to be left alone longer? Please answer by "
                : "Is Lucas Moreau still needed? Please answer by ");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void only_the_steward_cannot_pass_the_question_on(Role role) {
    Letter letter = asked(NamedGuest.SPONSOR_KEEPS, Trigger.INACTIVE, role);

    for (String part : List.of(letter.text(), letter.html())) {
      assertThat(part.contains("Not mine")).isEqualTo(role != Role.STEWARD);
      assertThat(part).contains(role == Role.STEWARD ? LAST : NEXT);
    }
  }

  @ParameterizedTest
  @EnumSource(Trigger.class)
  void where_silence_may_remove_it_says_so_for_the_triggers_that_it_is_true_for(Trigger trigger) {
    house.apply(TryPolicy.silence(Silence.REMOVE));

    String text = asked(NamedGuest.SPONSOR_KEEPS, trigger, Role.SPONSOR).text();

    boolean removes =
        switch (trigger) {
          case INACTIVE, NEVER_SIGNED_IN, INVITATION_NOT_REDEEMED -> true;
          case SPONSOR_MISSING, ATTESTATION_DUE, EXCLUSION_ENDS -> false;
        };
    assertThat(text).contains(removes ? REMOVED : NEXT);
  }

  @Test
  void the_stewards_silence_removes_nobody_whatever_the_policy_says() {
    house.apply(TryPolicy.silence(Silence.REMOVE));

    assertThat(asked(NamedGuest.SPONSOR_KEEPS, Trigger.INACTIVE, Role.STEWARD).text())
        .contains(LAST)
        .doesNotContain("may be disabled");
  }

  private Letter asked(NamedGuest guest, Trigger trigger, Role role) {
    LifecycleRef ref = house.opened(guest, trigger);
    String anna = house.knows(Employee.ANNA);
    house
        .store()
        .questions()
        .ask(
            QuestionRow.asked(UUID.fromString(ref.openingId()), 1, anna, role.name(), house.now()));
    var question = new Question(ref, trigger, 1, anna, role, Duration.ofDays(14), List.of());
    postman.send(new QuestionMail(question, 0));
    return house.sandbox().postOffice().letters(Employee.ANNA.mail()).getFirst();
  }
}
