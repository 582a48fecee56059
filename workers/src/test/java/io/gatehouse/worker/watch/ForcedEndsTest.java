package io.gatehouse.worker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.lifecycle.StuckRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.watch.WatchedBatch;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.guest.ScanRun;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import io.gatehouse.worker.house.TryTemporal;
import io.gatehouse.worker.safety.EffectPerformer;
import io.gatehouse.worker.safety.SlotReserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lifecycles whose workflow was ended in Temporal by force, as the watch finds them. */
class ForcedEndsTest {
  private static final NamedGuest GUEST = NamedGuest.PLAINLY_STALE;

  private final TryHouse house = new TryHouse();
  private final ScanRun run = new ScanRun(house);
  private final LifecycleWatch watch = new LifecycleWatch(house.house(), TryTemporal.client());

  @BeforeEach
  void lifecycles_run() {
    house.apply(TryPolicy.triggers(TryPolicy::onlyInactive));
    run.look();
    run.openAll(run.fit());
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void one_that_had_disabled_the_account_shows_as_failed_until_somebody_enables_it() {
    LifecycleRef ref = disabled();
    TryTemporal.terminate(ref);

    watch();

    assertClosed(ref, "FAILED", "ended in Temporal without a word, the account is left disabled");
    assertThat(house.ledger(ref)).endsWith("lifecycle.closed");
    run.openAll(run.fit());
    assertThat(run.row(GUEST).standing()).isEqualTo("FAILED");
    assertThat(run.row(GUEST).standingReason()).endsWith("the account is left disabled");
    assertThat(run.isRunning(GUEST)).isFalse();

    house
        .tenant()
        .setAccountEnabled(ref.guestId(), true, new Initiator.Person("admin"), "elsewhere");
    run.look();
    assertThat(run.row(GUEST).standing()).isEqualTo("STOOD_DOWN");
    house.clock().pass(Duration.ofDays(30));
    assertThat(run.openAll(run.fit()).opened()).isPositive();
    assertThat(run.isRunning(GUEST)).isTrue();
  }

  @Test
  void one_that_failed_is_gone_when_somebody_deletes_the_account() {
    LifecycleRef ref = disabled();
    TryTemporal.terminate(ref);
    watch();

    house.tenant().delete(ref.guestId(), new Initiator.Person("admin"), "elsewhere");
    run.look();

    assertThat(run.row(GUEST).standing()).isEqualTo("GONE");
  }

  @Test
  void one_that_had_taken_nothing_stood_down_and_is_asked_about_again_later() {
    LifecycleRef ref = run.running(GUEST);
    TryTemporal.terminate(ref);

    watch();

    assertClosed(ref, "STOOD_DOWN", "ended in Temporal without a word");
    assertThat(house.ledger(ref))
        .containsExactly("lifecycle.opened", "lifecycle.ended", "lifecycle.closed");
    house.clock().pass(Duration.ofDays(30));
    run.openAll(run.fit());
    assertThat(run.running(GUEST).openingId()).isNotEqualTo(ref.openingId());
  }

  @Test
  void one_whose_disable_was_begun_and_never_proved_may_have_left_it_disabled() {
    LifecycleRef ref = run.running(GUEST);
    entry(ref, "effect.intended", "DISABLE/1/intent");
    TryTemporal.terminate(ref);

    watch();

    assertClosed(
        ref, "FAILED", "ended in Temporal without a word, the account may be left disabled");
  }

  @Test
  void one_whose_disable_graph_refused_or_that_gave_it_back_left_nothing_disabled() {
    LifecycleRef refused = run.running(GUEST);
    entry(refused, "effect.intended", "DISABLE/1/intent");
    entry(refused, "effect.lapsed", "DISABLE/1/lapsed/1");
    LifecycleRef back = run.running(NamedGuest.COMES_BACK);
    entry(back, "effect.proved", "DISABLE/1/proof");
    entry(back, "effect.proved", "ENABLE/1/proof");
    TryTemporal.terminate(refused);
    TryTemporal.terminate(back);

    watch();

    assertClosed(refused, "STOOD_DOWN", "ended in Temporal without a word");
    assertClosed(
        back, "STOOD_DOWN", "ended in Temporal without a word, the account was given back before");
  }

  @Test
  void who_terminated_it_and_why_is_kept_as_personal_words() {
    LifecycleRef ref = run.running(GUEST);
    TryTemporal.terminate(ref);

    watch();

    var ended =
        house.store().ledger().of(UUID.fromString(ref.openingId())).stream()
            .filter(entry -> entry.kind().equals("lifecycle.ended"))
            .findFirst()
            .orElseThrow();
    assertThat(ended.body()).contains("TERMINATED").doesNotContain("a test");
  }

  @Test
  void one_that_temporal_does_not_know_any_more_is_closed_once_it_surely_had_started() {
    LifecycleRef ref = unknown();
    house.clock().pass(Duration.ofMinutes(5));
    watch.watch(null);
    assertThat(house.lifecycle(ref).isOpen()).isTrue();

    house.clock().pass(Duration.ofSeconds(1));
    watch.watch(null);

    assertClosed(ref, "STOOD_DOWN", "ended in Temporal without a word");
  }

  @Test
  void when_most_are_unknown_none_is_closed_before_somebody_closes_the_gate() {
    house.clock().pass(Duration.ofDays(1));
    house
        .store()
        .lifecycleList()
        .list(LifecycleFilter.all(500))
        .forEach(row ->
            new LifecycleRecorder(house.house())
                .close(
                    new LifecycleRef(
                        house.house().tenant(), row.guestId(), row.openingId().toString()),
                    new Closing(Outcome.GONE, "gone", null)));
    List<LifecycleRef> lost = Stream.generate(this::unknown).limit(4).toList();
    house.clock().pass(Duration.ofHours(1));

    assertThat(watch.watch(null)).isEqualTo(new WatchedBatch(0, 4, null));
    assertThat(lost).allMatch(ref -> house.lifecycle(ref).isOpen());
    assertThat(house.store().stuck().all())
        .extracting(StuckRow::why)
        .hasSize(4)
        .containsOnly(LostHistory.WORDS);

    house.store().safety().closeGate("Temporal lost its data", house.now(), "olivia");
    assertThat(watch.watch(null)).isEqualTo(new WatchedBatch(4, 0, null));
    assertThat(house.store().stuck().all()).isEmpty();
  }

  @Test
  void one_that_recorded_its_end_meanwhile_keeps_that_end() {
    LifecycleRef ref = run.running(GUEST);
    TryTemporal.terminate(ref);
    house.clock().pass(Duration.ofDays(2));
    new LifecycleRecorder(house.house()).close(ref, new Closing(Outcome.GONE, "gone", null));

    assertThat(new ForcedEnds(house.house()).close(ref, Sight.Ended.UNKNOWN)).isFalse();

    assertClosed(ref, "GONE", "gone");
    assertThat(run.row(GUEST).standing()).isEqualTo("GONE");
  }

  @Test
  void those_that_run_are_left_alone_however_late() {
    LifecycleRef late = run.running(GUEST);
    house
        .store()
        .lifecycles()
        .stage(UUID.fromString(late.openingId()), "ASKED", "Bob", house.now());

    watch();

    assertThat(house.lifecycle(late).isOpen()).isTrue();
    assertThat(TryTemporal.signals(WorkflowIds.guest(late))).isEmpty();
  }

  private LifecycleRef unknown() {
    LifecycleRef ref = house.opened(UUID.randomUUID().toString(), Trigger.ATTESTATION_DUE);
    house
        .store()
        .lifecycles()
        .started(Map.of(UUID.fromString(ref.openingId()), "a run"), house.now());
    return ref;
  }

  private LifecycleRef disabled() {
    LifecycleRef ref = house.told(house.removed(run.running(GUEST)));
    var disable = new EffectOrder(ref, Effect.DISABLE, 1);
    new SlotReserver(house.house()).reserve(disable);
    assertThat(new EffectPerformer(house.house(), house.looker(), house.writer()).perform(disable))
        .isInstanceOf(EffectOutcome.Done.class);
    return ref;
  }

  private void entry(LifecycleRef ref, String kind, String key) {
    new Chronicle(house.house()).append(ref, kind, key, house.now(), Map.of(), Map.of());
  }

  private void watch() {
    house.clock().pass(Duration.ofHours(1));
    watch.watch(null);
  }

  private void assertClosed(LifecycleRef ref, String outcome, String why) {
    LifecycleRow row = house.lifecycle(ref);
    assertThat(row.isOpen()).isFalse();
    assertThat(row.outcome()).isEqualTo(outcome);
    assertThat(row.outcomeReason()).isEqualTo(why);
  }
}
