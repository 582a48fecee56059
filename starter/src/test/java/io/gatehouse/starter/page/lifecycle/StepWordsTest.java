package io.gatehouse.starter.page.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StepWordsTest {
  private static final Map<String, String> LOST =
      Map.of("because", "somebody else enabled the account", "missing", "2");

  @Test
  void a_comparison_that_misses_something_says_why_it_was_made_and_how_much_is_missing() {
    assertThat(StepWords.title("holdings.compared", LOST))
        .isEqualTo("Compared with what the guest held before");
    assertThat(StepWords.tone("holdings.compared", LOST)).isEqualTo("stop");
    assertThat(StepWords.details("holdings.compared", LOST))
        .containsExactlyInAnyOrder(
            new Step.Detail("because", "somebody else enabled the account"),
            new Step.Detail("did not come back", "2"));
  }

  @Test
  void a_comparison_that_misses_nothing_is_a_proof() {
    assertThat(StepWords.tone("holdings.compared", Map.of("missing", "0"))).isEqualTo("proof");
    assertThat(StepWords.details("holdings.compared", Map.of("missing", "0"))).isEmpty();
  }
}
