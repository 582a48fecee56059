package io.gatehouse.store.view;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LifecycleLinesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String TENANT = "tenant";

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeAll
  static void three_lifecycles_opened_for_two_reasons() {
    var lifecycles = DATABASE.store(TENANT).lifecycles();
    lifecycles.open(lifecycle("slept", "INACTIVE", NOON));
    var reviewed = lifecycles.open(lifecycle("reviewed", "ATTESTATION_DUE", NOON.plusSeconds(1)));
    lifecycles.open(lifecycle("due", "ATTESTATION_DUE", NOON.plusSeconds(2)));
    lifecycles.close(reviewed.openingId(), "KEPT", "x", NOON);
  }

  private static List<LifecycleLine> list(
      @Nullable String state, @Nullable String trigger, @Nullable UUID after) {
    return new Views(DATABASE.app().of(TENANT))
        .lifecycles(new LifecycleChoice(state, trigger, after, 9));
  }

  @Test
  void each_line_says_what_opened_the_lifecycle() {
    assertThat(list(null, null, null))
        .extracting(LifecycleLine::trigger)
        .containsExactly("ATTESTATION_DUE", "ATTESTATION_DUE", "INACTIVE");
  }

  @Test
  void lifecycles_are_narrowed_by_what_opened_them_also_with_a_state_and_on_further_pages() {
    var due = list(null, "ATTESTATION_DUE", null);

    assertThat(due).extracting(LifecycleLine::guestId).containsExactly("due", "reviewed");
    assertThat(list("OPEN", "ATTESTATION_DUE", null))
        .extracting(LifecycleLine::guestId)
        .containsExactly("due");
    assertThat(list(null, "ATTESTATION_DUE", due.getFirst().openingId()))
        .extracting(LifecycleLine::guestId)
        .containsExactly("reviewed");
    assertThat(list(null, "SPONSOR_MISSING", null)).isEmpty();
  }
}
