package io.gatehouse.starter.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.config.StartProblem;
import io.gatehouse.starter.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppliedPolicyTest {
  /** As the first format of the file was stored. */
  private static final String FIRST_FORMAT =
      """
      {"mode":"OBSERVE","zone":"Europe/Vienna","steward":"s","inactive":{"afterDays":90}}\
      """;

  private static TestHouse house;

  @BeforeAll
  static void open() {
    house = new TestHouse();
    house
        .store
        .policies()
        .apply("0".repeat(64), FIRST_FORMAT, house.clock.instant(), "tester", null);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void a_policy_that_an_earlier_gatehouse_applied_is_one_sentence_with_what_to_do() {
    assertThatThrownBy(() -> AppliedPolicy.newest(house.store))
        .isInstanceOf(StartProblem.class)
        .hasMessage(
            "Policy version 2 was applied by an earlier Gatehouse and cannot be read any more: bring its file up to format version 2 and run policy apply FILE.");
  }

  @Test
  void pages_do_not_start_over_a_policy_they_cannot_read() {
    assertThatThrownBy(house::serve)
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("policy apply FILE");
  }

  @Test
  void its_dates_are_still_readable() {
    assertThat(AppliedPolicy.zone(house.store)).hasToString("Europe/Vienna");
  }
}
