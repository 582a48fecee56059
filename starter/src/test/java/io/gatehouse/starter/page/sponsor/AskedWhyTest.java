package io.gatehouse.starter.page.sponsor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.GuestSketch;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.guest.GuestRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedWhyTest {
  private static final Calendar CALENDAR =
      new Calendar(ZoneId.of("Europe/Berlin"), Instant.parse("2027-03-01T08:00:00Z"));
  private static final Instant CREATED = Instant.parse("2026-01-10T10:00:00Z");
  private static final Instant LAST = Instant.parse("2026-09-12T23:30:00Z"); // the 13th in Berlin
  private static final Exclusion EXCLUSION =
      new Exclusion("g", "o", "litigation hold", LocalDate.of(2027, 3, 31));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INACTIVE                | Nobody has signed in to this account since 13 September 2026.
          NEVER_SIGNED_IN         | This account was created on 10 January 2026, and nobody has ever signed in to it.
          INVITATION_NOT_REDEEMED | The invitation sent on 10 January 2026 was never accepted.
          SPONSOR_MISSING         | This account is in use, last on 13 September 2026, but nobody who answers is on record as its sponsor.
          ATTESTATION_DUE         | Every guest is reviewed from time to time, also those who work with us: this account is in use, last on 13 September 2026.
          EXCLUSION_ENDS          | By the policy this guest is left alone until 31 March 2027; after that day the guest is treated like any other.
          """)
  void each_question_says_why_it_is_asked(Trigger trigger, String sentence) {
    assertThat(sentences(trigger, Role.SPONSOR, Optional.of(EXCLUSION))).startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OWNER   | you asked for this exception (litigation hold)
          SPONSOR | the directory names you as the guest's sponsor
          MEMBER  | the directory names a group as the guest's sponsor, and you own it or belong to it
          MANAGER | the directory names you as the guest's manager
          INVITER | you invited the guest, as the directory's audit log says
          NAMED   | an operator named you as the person who can answer
          STEWARD | nobody else could decide, and you are the steward for such guests
          """)
  void each_person_learns_as_what_they_are_asked(Role role, String sentence) {
    Trigger trigger = role == Role.OWNER ? Trigger.EXCLUSION_ENDS : Trigger.INACTIVE;

    assertThat(sentences(trigger, role, Optional.of(EXCLUSION)))
        .endsWith(" You are asked because " + sentence + ".");
  }

  @Test
  void the_reason_of_an_exclusion_is_read_by_its_owner_only() {
    assertThat(sentences(Trigger.EXCLUSION_ENDS, Role.STEWARD, Optional.of(EXCLUSION)))
        .doesNotContain("litigation");
  }

  @Test
  void an_exclusion_that_left_the_policy_meanwhile_still_makes_a_sentence() {
    assertThat(sentences(Trigger.EXCLUSION_ENDS, Role.OWNER, Optional.empty()))
        .isEqualTo(
            "By the policy this guest is left alone, and that ends soon."
                + " You are asked because you asked for this exception.");
  }

  @Test
  void what_the_directory_does_not_date_is_said_without_a_date() {
    GuestRow bare = GuestSketch.of("Ann").row(UUID.randomUUID(), CALENDAR.now());

    for (Trigger trigger : Trigger.values()) {
      assertThat(new AskedWhy(trigger, Role.SPONSOR, bare, CALENDAR).sentences(Optional.empty()))
          .as(trigger.name())
          .doesNotContain("null", " on .", "since .");
    }
  }

  private static String sentences(Trigger trigger, Role role, Optional<Exclusion> exclusion) {
    GuestRow guest =
        GuestSketch.of("Ann")
            .created(CREATED)
            .signedIn(LAST)
            .row(UUID.randomUUID(), CALENDAR.now());
    return new AskedWhy(trigger, role, guest, CALENDAR).sentences(exclusion);
  }
}
