package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Change;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.SignInKind;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GuestLookerTest {
  private static final Initiator SOMEBODY = new Initiator.Person("admin@contoso.example.com");
  private static final Look UNCHANGED = new Look.Unchanged();

  private final TryHouse house = new TryHouse();
  private final GuestLooker looker = new GuestLooker(house.house(), house.looker());
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
  void a_guest_who_became_a_member_is_none_of_ours_whatever_else_is_true() {
    house.tenant().becomeMember(guest);
    house.tenant().signIn(guest, SignInKind.INTERACTIVE, house.now());

    assertThat(look(false, false)).isEqualTo(new Look.Changed(Change.BECAME_MEMBER));
    disabled();
    assertThat(look(true, false)).isEqualTo(new Look.Changed(Change.BECAME_MEMBER));
  }

  @ParameterizedTest
  @EnumSource(Trigger.class)
  void a_guest_for_whom_the_reason_holds_is_unchanged_for_every_trigger(Trigger trigger) {
    LifecycleRef of = house.opened(whoIsDueFor(trigger), trigger);

    assertThat(looker.look(new LookRequest(of, false, false))).isEqualTo(UNCHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "INACTIVE, CAME_BACK",
    "NEVER_SIGNED_IN, CAME_BACK",
    "INVITATION_NOT_REDEEMED, CAME_BACK",
    "SPONSOR_MISSING, ",
    "ATTESTATION_DUE, ",
    "EXCLUSION_ENDS, "
  })
  void a_sign_in_ends_what_was_opened_for_its_absence_and_nothing_else(
      Trigger trigger, @Nullable Change change) {
    LifecycleRef of = house.opened(whoIsDueFor(trigger), trigger);
    house.tenant().signIn(of.guestId(), SignInKind.NON_INTERACTIVE, house.now());

    assertThat(looker.look(new LookRequest(of, false, false)))
        .isEqualTo(change == null ? UNCHANGED : new Look.Changed(change));
  }

  @Test
  void an_invitation_redeemed_without_a_sign_in_is_reason_enough_to_stop() {
    LifecycleRef of = house.opened(NamedGuest.PENDING_INVITATION, Trigger.INVITATION_NOT_REDEEMED);
    house.tenant().redeem(of.guestId(), house.now());

    assertThat(looker.look(new LookRequest(of, false, false)))
        .isEqualTo(new Look.Changed(Change.REDEEMED));
  }

  private static NamedGuest whoIsDueFor(Trigger trigger) {
    return switch (trigger) {
      case INVITATION_NOT_REDEEMED -> NamedGuest.PENDING_INVITATION;
      case NEVER_SIGNED_IN -> NamedGuest.NEVER_SIGNED_IN;
      case INACTIVE -> NamedGuest.SPONSOR_KEEPS;
      case SPONSOR_MISSING -> NamedGuest.WITHOUT_SPONSOR;
      case ATTESTATION_DUE -> NamedGuest.REVIEW_KEPT;
      case EXCLUSION_ENDS -> NamedGuest.EXCLUSION_LAPSES;
    };
  }

  @Test
  void a_sponsor_found_ends_the_search_for_one_but_not_a_removal_that_somebody_wished() {
    LifecycleRef of = house.opened(NamedGuest.WITHOUT_SPONSOR, Trigger.SPONSOR_MISSING);
    house
        .relay()
        .rewrite(
            "^/v1.0/users$",
            json ->
                json.replace(
                    "\"sponsors\":[]",
                    "\"sponsors\":[{\"@odata.type\":\"#microsoft.graph.group\",\"id\":\"%s\"}]"
                        .formatted(UUID.randomUUID())));
    new ScanRun(house).read();

    assertThat(looker.look(new LookRequest(of, false, false)))
        .isEqualTo(new Look.Changed(Change.SPONSOR_FOUND));
    house.tenant().setAccountEnabled(of.guestId(), false, SOMEBODY, "test");
    assertThat(looker.look(new LookRequest(of, true, false))).isEqualTo(UNCHANGED);
  }

  @Test
  void dates_that_vanished_change_nothing_here_the_effect_would_stop() {
    house.sandbox().graph().turnOn(Quirk.NO_SIGN_IN_DATES);

    assertThat(look(false, false)).isEqualTo(UNCHANGED);
  }

  @Test
  void an_account_of_which_graph_does_not_say_whether_it_is_enabled_is_unchanged_at_every_stage() {
    house
        .relay()
        .rewrite(
            "/users/",
            json -> json.replaceAll("\"accountEnabled\":[a-z]+", "\"accountEnabled\":null"));

    assertThat(look(false, false)).isEqualTo(UNCHANGED);
    disabled();
    assertThat(look(true, false)).isEqualTo(UNCHANGED);
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
