package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Rhythm;
import io.gatehouse.starter.schedule.Schedules;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lifecycles that somebody or something ended or broke in Temporal, on a real server. */
class WatchTest {
  private static RealHouse real;
  private static HouseSchedule watch;

  @BeforeAll
  static void start() {
    real = RealHouse.start();
    real.openLifecycles();
    watch =
        HouseSchedule.watch(
            real.house().settings().tenant(), new Rhythm.Every(Duration.ofHours(1)));
    new Schedules(real.client()).apply(watch, false);
  }

  @AfterAll
  static void stop() {
    if (real != null) {
      real.close();
    }
  }

  @Test
  void a_terminated_lifecycle_is_closed_with_evidence_by_the_next_round() {
    LifecycleRow open = real.await(NamedGuest.PLAINLY_STALE, row -> row.startedAt() != null);
    real.workflow(NamedGuest.PLAINLY_STALE).terminate("an administrator lost patience");

    LifecycleRow closed =
        real.await(
            NamedGuest.PLAINLY_STALE,
            row -> {
              new Schedules(real.client()).trigger(watch.id());
              return !row.isOpen();
            });

    assertThat(closed.openingId()).isEqualTo(open.openingId());
    assertThat(closed.outcomeReason()).startsWith("ended in Temporal without a word");
    assertThat(kinds(closed.openingId())).endsWith("lifecycle.ended", "lifecycle.closed");
  }

  private static List<String> kinds(UUID openingId) {
    return real.house().store().ledger().of(openingId).stream().map(EntryRow::kind).toList();
  }
}
