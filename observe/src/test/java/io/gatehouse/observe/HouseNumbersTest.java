package io.gatehouse.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.lifecycle.StuckRow;
import io.gatehouse.store.safety.RollingCaps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the gauges say of a real database. */
class HouseNumbersTest {
  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final TestDatabase database = TestDatabase.fresh();
  private final Store store = database.store(UUID.randomUUID().toString());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_house_that_never_scanned_is_as_old_as_can_be() {
    assertThat(told())
        .contains(
            "gatehouse_standing_known 1.0",
            "gatehouse_gate_open 1.0",
            "gatehouse_mode_proved 1.0",
            "gatehouse_mode{mode=\"observe\"} 1.0",
            "gatehouse_cap_used{effect=\"disable\",window=\"day\"} 0.0",
            "gatehouse_cap_limit{effect=\"disable\",window=\"day\"} NaN",
            "gatehouse_scan_age_seconds +Inf",
            "gatehouse_watch_age_seconds +Inf",
            "gatehouse_answers_undelivered_age_seconds 0.0");
  }

  @Test
  void a_mode_that_nobody_signed_counts_as_observe_and_is_not_proved() {
    store.safety().setMode("ENFORCE", NOW, "somebody");

    assertThat(told())
        .contains("gatehouse_mode_proved 0.0", "gatehouse_mode{mode=\"observe\"} 1.0");
  }

  @Test
  void lifecycles_gate_scan_and_answers_are_counted() {
    store.watched().looked(NOW.minusSeconds(60));
    store.watched().looked(NOW.minusSeconds(300)); // a slower worker's word changes nothing
    LifecycleRow asked = opened();
    LifecycleRow parked = opened();
    store.lifecycles().needsOperator(parked.openingId(), "a reason");
    store.stuck().note(new StuckRow(asked.openingId(), NOW, "a reason"));
    store.safety().closeGate("a test", NOW, "a test");
    store
        .reservations()
        .reserve(
            asked.openingId(),
            "DISABLE",
            1,
            NOW.minus(Duration.ofDays(2)),
            new RollingCaps(5, 10),
            NOW.minus(Duration.ofDays(2)));
    UUID scan = UUID.randomUUID();
    store.scans().begin(scan, NOW.minus(Duration.ofHours(2)), "ENFORCE", 1);
    store.scans().finish(scan, 0, NOW.minus(Duration.ofHours(1)));
    store.scans().begin(UUID.randomUUID(), NOW, "ENFORCE", 1); // under way: it says nothing yet
    store
        .answers()
        .record(
            AnswerRow.recorded(
                UUID.randomUUID(),
                asked.openingId(),
                asked.guestId(),
                null,
                "somebody",
                "OPERATOR",
                "REMOVE",
                null,
                "a reason",
                null,
                "ENFORCE",
                NOW.minusSeconds(90)));

    assertThat(told())
        .contains(
            "gatehouse_lifecycles_open{stage=\"asked\"} 2.0",
            "gatehouse_lifecycles_open{stage=\"deleted\"} 0.0",
            "gatehouse_lifecycles_need_operator 1.0",
            "gatehouse_lifecycles_stuck 1.0",
            "gatehouse_gate_open 0.0",
            "gatehouse_cap_used{effect=\"disable\",window=\"day\"} 0.0",
            "gatehouse_cap_used{effect=\"disable\",window=\"week\"} 1.0",
            "gatehouse_scan_age_seconds 7200.0",
            "gatehouse_scan_duration_seconds 3600.0",
            "gatehouse_watch_age_seconds 60.0",
            "gatehouse_answers_undelivered 1.0",
            "gatehouse_answers_undelivered_age_seconds 90.0");
  }

  @Test
  void the_database_is_asked_once_for_many_scrapes() {
    try (Telemetry telemetry = Telemetry.start(Map.of(), "a test")) {
      var numbers = HouseNumbers.of(store, CLOCK, telemetry);
      Standing first = numbers.standing();
      store.safety().closeGate("a test", NOW, "a test");
      assertThat(numbers.standing()).isSameAs(first);
      assertThat(telemetry.registry().scrape()).contains("gatehouse_gate_open 1.0");
    }
  }

  @Test
  void without_the_database_numbers_are_unknown_and_not_zero() {
    database.close();

    assertThat(told()).contains("gatehouse_standing_known 0.0", "gatehouse_gate_open NaN");
  }

  private String told() {
    try (Telemetry telemetry = Telemetry.start(Map.of(), "a test")) {
      HouseNumbers.of(store, CLOCK, telemetry);
      return telemetry.registry().scrape();
    }
  }

  private LifecycleRow opened() {
    return store
        .lifecycles()
        .open(
            LifecycleRow.opened(
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                "INACTIVE",
                "ASKED",
                "an answer",
                NOW,
                "ENFORCE",
                1,
                "{}"));
  }
}
