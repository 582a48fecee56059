package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.safety.Change;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.SignInKind;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestLookerTest {
  private static final Initiator SOMEBODY = new Initiator.Person("admin@contoso.example.com");
  private static final Look UNCHANGED = new Look.Unchanged();

  private final TryHouse house = new TryHouse();
  private final GuestLooker looker = new GuestLooker(house.house(), house.reader());
  private final LifecycleRef ref = house.opened(NamedGuest.PLAINLY_STALE);
  private final String guest = ref.guestId();

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void a_guest_as_it_was_is_unchanged_at_every_stage() {
    assertThat(look(false, false)).isEqualTo(UNCHANGED);
    disabled();
    assertThat(look(true, false)).isEqualTo(UNCHANGED);
    deleted();
    assertThat(look(true, true)).isEqualTo(UNCHANGED);
  }

  @Test
  void each_change_by_others_is_named() {
    disabled();
    assertThat(look(false, false)).isEqualTo(new Look.Changed(Change.DISABLED_BY_OTHERS));
    house.tenant().setAccountEnabled(guest, true, SOMEBODY, "test");
    assertThat(look(true, false)).isEqualTo(new Look.Changed(Change.ENABLED_BY_OTHERS));
    assertThat(look(true, true)).isEqualTo(new Look.Changed(Change.RESTORED_BY_OTHERS));
    house.tenant().signIn(guest, SignInKind.SUCCESS_ONLY, house.now());
    assertThat(look(false, false)).isEqualTo(new Look.Changed(Change.CAME_BACK));
    deleted();
    assertThat(look(false, false)).isEqualTo(new Look.Changed(Change.GONE));
  }

  @Test
  void dates_that_vanished_change_nothing_here_the_effect_would_stop() {
    house.sandbox().graph().turnOn(Quirk.NO_SIGN_IN_DATES);

    assertThat(look(false, false)).isEqualTo(UNCHANGED);
  }

  @Test
  void a_failed_look_says_nothing_about_the_guest() {
    house.sandbox().graph().faults().inject("GET", ".", 1, new Fault.HtmlBadGateway());

    assertThat(catchThrowableOfType(ApplicationFailure.class, () -> look(false, false)).getType())
        .isEqualTo("TRANSIENT");
  }

  private Look look(boolean disabled, boolean deleted) {
    return looker.look(new LookRequest(ref, disabled, deleted));
  }

  private void disabled() {
    house.tenant().setAccountEnabled(guest, false, SOMEBODY, "test");
  }

  private void deleted() {
    house.tenant().delete(guest, SOMEBODY, "test");
  }
}
