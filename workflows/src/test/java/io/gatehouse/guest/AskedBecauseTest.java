package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sponsor.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AskedBecauseTest {
  private static final AskedBecause.Days DAYS =
      new AskedBecause.Days("1 May", "2 April", "3 March", "4 June");
  private static final AskedBecause.Days NOTHING_KNOWN =
      new AskedBecause.Days(null, null, null, null);

  @ParameterizedTest
  @CsvSource({
    "INACTIVE, 1 May",
    "NEVER_SIGNED_IN, 2 April",
    "INVITATION_NOT_REDEEMED, 3 March",
    "SPONSOR_MISSING, 1 May",
    "ATTESTATION_DUE, 1 May",
    "EXCLUSION_ENDS, 4 June"
  })
  void each_trigger_names_the_day_that_speaks_for_it(Trigger trigger, String day) {
    assertThat(AskedBecause.sentence(trigger, DAYS)).contains(day).endsWith(".");
  }

  @ParameterizedTest
  @EnumSource
  void without_a_day_the_sentence_is_whole_and_names_none(Trigger trigger) {
    assertThat(AskedBecause.sentence(trigger, NOTHING_KNOWN))
        .endsWith(".")
        .doesNotContain("null", " on .", "since .", "until ;");
  }

  @ParameterizedTest
  @EnumSource
  void everybody_is_told_why_it_comes_to_them(Role role) {
    assertThat(AskedBecause.you(role)).contains("you");
  }
}
