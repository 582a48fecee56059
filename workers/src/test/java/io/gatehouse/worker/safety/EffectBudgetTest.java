package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.graph.Budget;
import io.gatehouse.sandbox.graph.ServedRequest;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an effect costs of the ten sign-in reads a minute, and whose they are. */
class EffectBudgetTest {
  private static final int A_MINUTE = 10;

  /** Graph's minute, and a second for the way there. */
  private static final Duration WINDOW = Duration.ofSeconds(61);

  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void a_scan_that_used_up_its_sign_in_reads_delays_no_effect(Effect effect) {
    LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);
    attempts.prepare(ref.guestId(), effect);
    DirectoryReader scan = house.reader();
    for (int page = 1; page <= A_MINUTE; page++) {
      scan.guests(null, 1);
    }
    assertThatThrownBy(() -> scan.guests(null, 1)).isInstanceOf(GraphException.class);

    assertThat(attempts.once(ref, effect)).isInstanceOf(EffectOutcome.Done.class);
    assertThat(signInReads(AppRegistration.OBSERVER)).hasSize(A_MINUTE);
    assertThat(callsOf(AppRegistration.OBSERVER)).hasSize(A_MINUTE);
  }

  @ParameterizedTest
  @CsvSource({
    "PLAINLY_STALE, INACTIVE, DISABLE, 1",
    "PLAINLY_STALE, INACTIVE, SOFT_DELETE, 1",
    "PLAINLY_STALE, INACTIVE, RESTORE, 0",
    "PLAINLY_STALE, INACTIVE, ENABLE, 0",
    "NEVER_SIGNED_IN, NEVER_SIGNED_IN, DISABLE, 2",
    "NEVER_SIGNED_IN, NEVER_SIGNED_IN, SOFT_DELETE, 2",
    "NEVER_SIGNED_IN, NEVER_SIGNED_IN, ENABLE, 0",
    "PENDING_INVITATION, INVITATION_NOT_REDEEMED, DISABLE, 2",
    "PENDING_INVITATION, INVITATION_NOT_REDEEMED, SOFT_DELETE, 2",
    "REVIEW_REMOVED, ATTESTATION_DUE, DISABLE, 1",
    "WITHOUT_SPONSOR, SPONSOR_MISSING, SOFT_DELETE, 1"
  })
  void an_effect_costs_one_sign_in_read_and_one_more_for_the_witness_of_an_absence(
      NamedGuest guest, Trigger trigger, Effect effect, int reads) {
    house.opened(NamedGuest.ACTIVE_INTERACTIVE); // known to sign in
    LifecycleRef ref = house.told(house.removed(house.opened(house.idOf(guest), trigger)));
    attempts.prepare(ref.guestId(), effect);

    assertThat(attempts.once(ref, effect)).isInstanceOf(EffectOutcome.Done.class);

    assertThat(signInReads(AppRegistration.LOOKER)).hasSize(reads);
    assertThat(signInReads(AppRegistration.ACTOR)).isEmpty();
    assertThat(callsOf(AppRegistration.ACTOR)).hasSize(1).allMatch(ServedRequest::isWrite);
    assertThat(callsOf(AppRegistration.OBSERVER)).isEmpty();
  }

  @Test
  void an_effect_that_is_proved_already_or_not_permitted_costs_nothing() {
    LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);
    attempts.done(ref, Effect.DISABLE);
    int calls = house.sandbox().graph().served().size();

    attempts.done(ref, Effect.DISABLE);
    house.store().safety().closeGate("somebody paused", house.now(), "a test");
    attempts.once(ref, Effect.SOFT_DELETE);

    assertThat(house.sandbox().graph().served()).hasSize(calls);
  }

  @Test
  void the_eleventh_effect_of_a_minute_is_told_to_wait_for_the_next_free_read_and_takes_place() {
    List<LifecycleRef> refs = stale().stream().limit(A_MINUTE + 1).map(house::due).toList();
    for (LifecycleRef ref : refs.subList(0, A_MINUTE)) {
      attempts.done(ref, Effect.DISABLE);
      house.clock().pass(Duration.ofSeconds(1));
    }
    LifecycleRef last = refs.getLast();

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> attempts.once(last, Effect.DISABLE));

    assertThat(failure.getType()).isEqualTo("THROTTLED");
    assertThat(failure.getNextRetryDelay()).isEqualTo(WINDOW.minusSeconds(A_MINUTE));
    assertThat(house.ledger(last)).isEmpty();
    assertThat(signInReads(AppRegistration.LOOKER)).hasSize(A_MINUTE);

    house.clock().pass(Objects.requireNonNull(failure.getNextRetryDelay()));
    assertThat(attempts.once(last, Effect.DISABLE)).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.sandbox().graph().served()).noneMatch(call -> call.status() == 429);
  }

  private static List<NamedGuest> stale() {
    return Arrays.asList(
        NamedGuest.PLAINLY_STALE,
        NamedGuest.NO_SPONSOR,
        NamedGuest.SPONSOR_GONE,
        NamedGuest.SPONSOR_SILENT,
        NamedGuest.SPONSOR_KEEPS,
        NamedGuest.SPONSOR_REMOVES,
        NamedGuest.SPONSOR_CHANGES_MIND,
        NamedGuest.COMES_BACK,
        NamedGuest.HOSTILE_NAME,
        NamedGuest.GROUP_SPONSOR,
        NamedGuest.CO_OWNER);
  }

  private List<ServedRequest> callsOf(AppRegistration app) {
    return house.sandbox().graph().served().stream().filter(call -> call.caller() == app).toList();
  }

  private List<ServedRequest> signInReads(AppRegistration app) {
    return callsOf(app).stream().filter(call -> call.budget() == Budget.SIGN_IN_ACTIVITY).toList();
  }
}
