package io.gatehouse.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.SignIns;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Exclusion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuardsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final List<Exclusion> ANN_UNTIL_TODAY =
      List.of(new Exclusion("ann-id", "cfo-id", "audit", TODAY));
  private static final Ground SPOKEN = new Ground(Trigger.INACTIVE, true, false);
  private static final GuestFacts ANN = ann("Guest", true, false, false);

  private static GuestFacts ann(
      @Nullable String userType,
      @Nullable Boolean enabled,
      boolean onPremises,
      boolean restricted) {
    var signIns = new SignIns(null, null, null, SignIns.Doubt.NONE);
    return new GuestFacts(
        "ann-id", userType, enabled, null, null, null, onPremises, restricted, signIns);
  }

  private static Surroundings unread(String... sentences) {
    return new Surroundings(false, false, false, false, false, false, false, List.of(sentences));
  }

  private static Guards.Finding find(Surroundings around, Ground ground) {
    return Guards.of(ANN, around, ground, List.of(), TODAY);
  }

  private static Guards.Finding refused(Guard guard) {
    return new Guards.Finding.Refused(guard);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # user type, on-premises, restricted, excluded, role, guard
          Guest,  false, false, false, false,
          guest,  false, false, false, false,
          Member, false, false, false, false, NOT_A_GUEST
          ,       false, false, false, false, NOT_A_GUEST
          Guest,  true,  false, false, false, ON_PREMISES
          Guest,  false, true,  false, false, RESTRICTED_UNIT
          Guest,  false, false, true,  false, EXCLUDED
          Guest,  false, false, false, true,  ROLE_HOLDER
          Guest,  false, false, true,  true,  EXCLUDED
          Member, true,  true,  true,  true,  NOT_A_GUEST
          """)
  void the_first_reason_to_leave_a_guest_alone_is_named(
      @Nullable String userType,
      boolean onPremises,
      boolean restricted,
      boolean excluded,
      boolean role,
      @Nullable Guard expected) {
    List<Exclusion> exclusions = excluded ? ANN_UNTIL_TODAY : List.of();
    GuestFacts guest = ann(userType, true, onPremises, restricted);
    var around = new Surroundings(role, false, false, false, false, false, false, List.of());

    assertThat(Guards.of(guest, around, SPOKEN, exclusions, TODAY))
        .isEqualTo(expected == null ? new Guards.Finding.Clear() : refused(expected));
    if (!role) {
      assertThat(Guards.of(guest, exclusions, TODAY).orElse(null)).isEqualTo(expected);
    }
  }

  static Stream<Arguments> surroundings() {
    return Stream.of(
        around(0, Guard.ROLE_HOLDER, "the guest holds a directory role"),
        around(1, Guard.ELIGIBLE_FOR_ROLE, "the guest can activate a directory role"),
        around(
            2,
            Guard.ROLE_ASSIGNABLE_GROUP,
            "the guest belongs to or owns a group that can hold directory roles"),
        around(
            3,
            Guard.SOLE_OWNER,
            "the guest is the only owner of a group: somebody else has to own it first"),
        around(
            4,
            Guard.APPLICATION_OWNER,
            "the guest owns an application: somebody else has to own it first"),
        around(
            5,
            Guard.FOREIGN_MANAGED,
            "another system provides the account and would bring it back"));
  }

  private static Arguments around(int which, Guard guard, String sentence) {
    boolean[] on = new boolean[6];
    on[which] = true;
    var unread = List.of("the roles could not be read");
    return arguments(
        new Surroundings(on[0], on[1], on[2], on[3], on[4], on[5], false, unread), guard, sentence);
  }

  @ParameterizedTest
  @MethodSource("surroundings")
  void what_surrounds_a_guest_refuses_with_its_sentence_before_anything_unread_makes_it_unsure(
      Surroundings around, Guard guard, String sentence) {
    assertThat(Guards.of(around)).isEqualTo(refused(guard));
    assertThat(find(around, SPOKEN)).isEqualTo(refused(guard));
    assertThat(guard.sentence()).isEqualTo(sentence);
  }

  @Test
  void every_guard_has_a_sentence_of_its_own() {
    assertThat(Arrays.stream(Guard.values()).map(Guard::sentence))
        .doesNotHaveDuplicates()
        .allMatch(sentence -> sentence.length() > 20);
  }

  @Test
  void what_could_not_be_read_is_named_and_nothing_happens() {
    Surroundings around = unread("the roles could not be read", "the groups could not be read");
    var unclear =
        new Guards.Finding.Unclear("the roles could not be read; the groups could not be read");

    assertThat(Guards.of(around)).isEqualTo(unclear);
    assertThat(find(around, SPOKEN)).isEqualTo(unclear);
  }

  @Test
  void a_mailbox_in_a_group_is_no_reason_where_somebody_said_remove() {
    assertThat(find(mail(), SPOKEN)).isEqualTo(new Guards.Finding.Clear());
    assertThat(Guards.of(mail())).isEqualTo(new Guards.Finding.Clear());
  }

  private static Surroundings mail() {
    return new Surroundings(false, false, false, false, false, false, true, List.of());
  }

  @Test
  void silence_is_a_ground_only_after_a_delivered_question_that_was_not_the_stewards() {
    var heard = new Ground(Trigger.INACTIVE, false, true);
    var undeliveredOrTheStewards = new Ground(Trigger.INACTIVE, false, false);

    assertThat(find(Surroundings.none(), heard)).isEqualTo(new Guards.Finding.Clear());
    assertThat(find(Surroundings.none(), undeliveredOrTheStewards))
        .isEqualTo(refused(Guard.NOBODY_SAID_SO));
  }

  @Test
  void silence_is_no_ground_for_a_guest_who_may_only_use_mail() {
    assertThat(find(mail(), new Ground(Trigger.INACTIVE, false, true)))
        .isEqualTo(refused(Guard.MAY_ONLY_USE_MAIL));
  }

  @Test
  void silence_that_counts_does_not_outweigh_what_could_not_be_read() {
    assertThat(
            find(unread("the groups could not be read"), new Ground(Trigger.INACTIVE, false, true)))
        .isEqualTo(new Guards.Finding.Unclear("the groups could not be read"));
  }

  @ParameterizedTest
  @EnumSource
  void silence_is_a_ground_only_where_the_guests_own_record_speaks_for_removing(Trigger trigger) {
    Guards.Finding finding = find(Surroundings.none(), new Ground(trigger, false, true));

    switch (trigger) {
      case INVITATION_NOT_REDEEMED, NEVER_SIGNED_IN, INACTIVE ->
          assertThat(finding).isEqualTo(new Guards.Finding.Clear());
      case SPONSOR_MISSING, ATTESTATION_DUE, EXCLUSION_ENDS ->
          assertThat(finding).isEqualTo(refused(Guard.NOBODY_SAID_SO));
    }
  }

  @Test
  void an_exclusion_holds_through_its_last_day_and_not_longer() {
    assertThat(Guards.of(ANN, ANN_UNTIL_TODAY, TODAY)).contains(Guard.EXCLUDED);
    assertThat(Guards.of(ANN, ANN_UNTIL_TODAY, TODAY.plusDays(1))).isEmpty();
  }

  @Test
  void an_exclusion_names_its_guest_in_any_case_of_letters_and_no_other() {
    var upper = new Exclusion("ANN-ID", "cfo-id", "audit", TODAY);
    var other = new Exclusion("carl-id", "cfo-id", "audit", TODAY);

    assertThat(Guards.of(ANN, List.of(other, upper), TODAY)).contains(Guard.EXCLUDED);
    assertThat(Guards.of(ANN, List.of(other), TODAY)).isEmpty();
  }

  @Test
  void only_an_account_that_says_disabled_counts_as_disabled_by_others() {
    assertThat(Guards.disabledByOthers(ann("Guest", false, false, false)))
        .contains(Guard.ALREADY_DISABLED);
    assertThat(Guards.disabledByOthers(ANN)).isEmpty();
    assertThat(Guards.disabledByOthers(ann("Guest", null, false, false))).isEmpty();
  }
}
