package io.gatehouse.guest;

import static io.gatehouse.guest.SomeGuest.NOW;
import static io.gatehouse.guest.SomeGuest.daysAgo;
import static io.gatehouse.guest.SomeGuest.someGuest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.SignIns.Doubt;
import io.gatehouse.safety.Change;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one reading says about the reason a lifecycle is opened for; 30 days for each. */
class EvidenceTest {
  private static final Evidence HOLDS = new Evidence.Holds();
  private static final Evidence CAME_BACK = new Evidence.Ended(Change.CAME_BACK);
  private static final Evidence REDEEMED = new Evidence.Ended(Change.REDEEMED);
  private static final Evidence PLACEHOLDERS =
      unclear("the sign-in dates are placeholders, no proof of anything");
  private static final Evidence UNREADABLE = unclear("a sign-in date cannot be read");

  private static Evidence unclear(String reason) {
    return new Evidence.Unclear(reason);
  }

  private static Evidence of(Trigger trigger, SomeGuest guest) {
    return Evidence.of(trigger, guest.facts(), 30, true, NOW);
  }

  private static SomeGuest pending(int daysAgo) {
    return someGuest().created(daysAgo(400)).state("PendingAcceptance", daysAgo(daysAgo));
  }

  static Stream<Arguments> inactive() {
    return Stream.of(
        arguments("an old sign-in", someGuest().signedIn(daysAgo(60)), HOLDS),
        arguments("at the threshold", someGuest().signedIn(daysAgo(31)), CAME_BACK),
        arguments("just beyond it", someGuest().signedIn(daysAgo(31).minusMillis(1)), HOLDS),
        arguments("a new sign-in", someGuest().signedIn(daysAgo(2)), CAME_BACK),
        arguments(
            "the dates have vanished",
            someGuest(),
            unclear("the sign-in dates this lifecycle was opened for have vanished")),
        arguments("placeholders alone", someGuest().doubtful(Doubt.PLACEHOLDER), PLACEHOLDERS),
        arguments(
            "a placeholder beside an old date",
            someGuest().signedIn(daysAgo(60)).doubtful(Doubt.PLACEHOLDER),
            HOLDS),
        arguments(
            "an unreadable date beside an old one",
            someGuest().signedIn(daysAgo(60)).doubtful(Doubt.MALFORMED),
            UNREADABLE),
        arguments(
            "an unreadable date beside a new one",
            someGuest().signedIn(daysAgo(2)).doubtful(Doubt.MALFORMED),
            UNREADABLE),
        arguments(
            "a date in the future",
            someGuest().signedIn(daysAgo(-2)),
            unclear("the last sign-in lies in the future")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inactive")
  void inactivity_goes_by_the_newest_date(String name, SomeGuest guest, Evidence expected) {
    assertThat(of(Trigger.INACTIVE, guest)).as(name).isEqualTo(expected);
  }

  static Stream<Arguments> neverSignedIn() {
    return Stream.of(
        arguments("an old account without dates", someGuest(), HOLDS),
        arguments(
            "a young account",
            someGuest().created(daysAgo(31)),
            unclear("no sign-in date, and 31 full days old: too young to tell")),
        arguments("just old enough", someGuest().created(daysAgo(31).minusMillis(1)), HOLDS),
        arguments("a new sign-in", someGuest().signedIn(daysAgo(2)), CAME_BACK),
        arguments(
            "an old sign-in is one all the same", someGuest().signedIn(daysAgo(60)), CAME_BACK),
        arguments("placeholders", someGuest().doubtful(Doubt.PLACEHOLDER), PLACEHOLDERS),
        arguments("an unreadable date", someGuest().doubtful(Doubt.MALFORMED), UNREADABLE),
        arguments(
            "no creation date",
            someGuest().created(null),
            unclear("no sign-in date and no creation date")),
        arguments(
            "older than the records",
            someGuest().created(Instant.parse("2019-01-01T00:00:00Z")),
            unclear("no sign-in date, and older than Graph's records of sign-ins")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("neverSignedIn")
  void never_needs_proof(String name, SomeGuest guest, Evidence expected) {
    assertThat(of(Trigger.NEVER_SIGNED_IN, guest)).as(name).isEqualTo(expected);
  }

  @Test
  void an_account_whose_invitation_was_sent_again_is_not_old_enough_to_be_unused() {
    assertThat(of(Trigger.NEVER_SIGNED_IN, pending(7)))
        .isEqualTo(unclear("the invitation is younger than 30 days"));
    assertThat(of(Trigger.NEVER_SIGNED_IN, pending(60))).isEqualTo(HOLDS);
  }

  static Stream<Arguments> notRedeemed() {
    Evidence doubted =
        unclear("the sign-in dates are placeholders or unreadable, no proof of anything");
    return Stream.of(
        arguments("invited long ago", pending(60), HOLDS),
        arguments(
            "exactly at the threshold",
            pending(30),
            unclear("the invitation is younger than 30 days")),
        arguments(
            "a moment beyond it",
            someGuest().state("PendingAcceptance", daysAgo(30).minusMillis(1)),
            HOLDS),
        arguments(
            "sent again last week", pending(7), unclear("the invitation is younger than 30 days")),
        arguments(
            "no date of the state: creation counts",
            someGuest().state("PendingAcceptance", null),
            HOLDS),
        arguments("no creation date: the state's date counts", pending(60).created(null), HOLDS),
        arguments(
            "a state that is dated before the creation",
            pending(60).created(daysAgo(7)),
            unclear("the invitation is younger than 30 days")),
        arguments(
            "no date at all",
            someGuest().created(null).state("PendingAcceptance", null),
            unclear("no date of the invitation")),
        arguments("accepted", someGuest().state("Accepted", daysAgo(60)), REDEEMED),
        arguments(
            "no state",
            someGuest().state(null, null),
            unclear("the directory does not say whether the invitation was redeemed")),
        arguments("a new sign-in", pending(60).signedIn(daysAgo(2)), CAME_BACK),
        arguments("an old sign-in", pending(60).signedIn(daysAgo(300)), CAME_BACK),
        arguments("placeholders", pending(60).doubtful(Doubt.PLACEHOLDER), doubted),
        arguments("an unreadable date", pending(60).doubtful(Doubt.MALFORMED), doubted));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notRedeemed")
  void an_invitation_is_open_while_the_directory_says_so(
      String name, SomeGuest guest, Evidence expected) {
    assertThat(of(Trigger.INVITATION_NOT_REDEEMED, guest)).as(name).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PendingAcceptance",
        "Pending Acceptance",
        "pendingAcceptance",
        "PENDING ACCEPTANCE",
      })
  void a_pending_invitation_may_be_spelled_in_any_way(String state) {
    assertThat(of(Trigger.INVITATION_NOT_REDEEMED, pending(60).state(state, daysAgo(60))))
        .isEqualTo(HOLDS);
  }

  @ParameterizedTest
  @CsvSource({
    "INACTIVE,                no,  false",
    "INACTIVE,                old, true",
    "NEVER_SIGNED_IN,         no,  false",
    "NEVER_SIGNED_IN,         old, false",
    "INVITATION_NOT_REDEEMED, no,  false",
    "INVITATION_NOT_REDEEMED, old, false",
  })
  void where_no_guest_shows_a_date_a_missing_one_proves_nothing(
      Trigger trigger, String dates, boolean holds) {
    SomeGuest guest = dates.equals("no") ? pending(60) : pending(60).signedIn(daysAgo(60));

    assertThat(Evidence.of(trigger, guest.facts(), 30, false, NOW).equals(HOLDS)).isEqualTo(holds);
  }

  @Test
  void the_sentence_for_it_says_so() {
    assertThat(Evidence.of(Trigger.NEVER_SIGNED_IN, someGuest().facts(), 30, false, NOW))
        .isEqualTo(
            unclear(
                "even a guest known to sign in shows no date now: a missing date proves nothing"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SPONSOR_MISSING", "ATTESTATION_DUE", "EXCLUSION_ENDS"})
  void where_somebodys_word_decides_the_guests_own_record_is_no_reason(Trigger trigger) {
    for (SomeGuest guest :
        new SomeGuest[] {
          someGuest(), someGuest().signedIn(daysAgo(1)), someGuest().doubtful(Doubt.MALFORMED)
        }) {
      assertThat(of(trigger, guest)).isEqualTo(HOLDS);
      assertThat(Evidence.of(trigger, guest.facts(), 0, false, NOW)).isEqualTo(HOLDS);
    }
  }
}
