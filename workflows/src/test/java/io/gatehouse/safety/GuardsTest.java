package io.gatehouse.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.SignIns;
import io.gatehouse.policy.Exclusion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final List<Exclusion> ANN_UNTIL_TODAY =
      List.of(new Exclusion("ann-id", "cfo@example.com", "audit", TODAY));

  private static GuestFacts ann(
      @Nullable String userType,
      @Nullable Boolean enabled,
      boolean onPremises,
      boolean restricted) {
    return new GuestFacts(
        "ann-id",
        userType,
        enabled,
        null,
        onPremises,
        restricted,
        new SignIns(null, null, null, SignIns.Doubt.NONE));
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

    assertThat(Guards.of(guest, role, exclusions, TODAY).orElse(null)).isEqualTo(expected);
    if (!role) {
      assertThat(Guards.of(guest, exclusions, TODAY).orElse(null)).isEqualTo(expected);
    }
  }

  @Test
  void an_exclusion_holds_through_its_last_day_and_not_longer() {
    GuestFacts ann = ann("Guest", true, false, false);

    assertThat(Guards.of(ann, ANN_UNTIL_TODAY, TODAY)).contains(Guard.EXCLUDED);
    assertThat(Guards.of(ann, ANN_UNTIL_TODAY, TODAY.plusDays(1))).isEmpty();
  }

  @Test
  void an_exclusion_names_its_guest_in_any_case_of_letters_and_no_other() {
    GuestFacts ann = ann("Guest", true, false, false);
    var upper = new Exclusion("ANN-ID", "cfo@example.com", "audit", TODAY);
    var other = new Exclusion("carl-id", "cfo@example.com", "audit", TODAY);

    assertThat(Guards.of(ann, List.of(other, upper), TODAY)).contains(Guard.EXCLUDED);
    assertThat(Guards.of(ann, List.of(other), TODAY)).isEmpty();
  }

  @Test
  void only_an_account_that_says_disabled_counts_as_disabled_by_others() {
    assertThat(Guards.disabledByOthers(ann("Guest", false, false, false)))
        .contains(Guard.ALREADY_DISABLED);
    assertThat(Guards.disabledByOthers(ann("Guest", true, false, false))).isEmpty();
    assertThat(Guards.disabledByOthers(ann("Guest", null, false, false))).isEmpty();
  }
}
