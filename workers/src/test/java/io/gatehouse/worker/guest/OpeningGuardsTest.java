package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.GuardRules;
import io.gatehouse.safety.Guard;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.guest.LifecycleOpener.Result;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import io.gatehouse.worker.house.TryTemporal;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is looked at around a guest before anybody is asked. */
class OpeningGuardsTest {
  private static final String ROLES = "RoleManagement.Read.Directory";
  private static final String ELIGIBLE = "RoleEligibilitySchedule.Read.Directory";
  private static final String GROUPS = "GroupMember.Read.All";

  private final TryHouse house = new TryHouse();
  private final ScanRun run = new ScanRun(house);
  private final LifecycleOpener opener =
      new LifecycleOpener(house.house(), house.reader(), TryTemporal.client());

  private Result open(NamedGuest guest) {
    return opener.open(List.of(run.row(guest))).getFirst();
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ROLE_HOLDER, ROLE_HOLDER",
    "ELIGIBLE_ROLE, ELIGIBLE_FOR_ROLE",
    "ROLE_ASSIGNABLE_MEMBER, ROLE_ASSIGNABLE_GROUP",
    "SOLE_OWNER, SOLE_OWNER",
    "APPLICATION_OWNER, APPLICATION_OWNER",
    "FOREIGN_MANAGED, FOREIGN_MANAGED"
  })
  void a_guarded_guest_is_exempt_and_looked_at_again_after_seven_days_and_not_before(
      NamedGuest guest, Guard guard) {
    run.look();

    assertThat(open(guest)).isEqualTo(Result.EXEMPT);
    assertThat(run.row(guest).standing()).isEqualTo("EXEMPT");
    assertThat(run.row(guest).standingReason()).isEqualTo(guard.sentence());
    assertThat(dueNow(run.fit())).doesNotContain(house.idOf(guest));
    assertThat(run.row(guest).standing()).isEqualTo("EXEMPT");

    house.clock().pass(Duration.ofDays(5));
    assertThat(dueNow(run.fit())).contains(house.idOf(guest));
    assertThat(run.isRunning(guest)).isFalse();
  }

  private List<String> dueNow(String scan) {
    return house.store().guests().due(UUID.fromString(scan), "", 100, house.now()).stream()
        .map(GuestRow::guestId)
        .toList();
  }

  @Test
  void who_owns_a_group_that_can_hold_roles_is_left_alone() {
    run.look();
    house
        .relay()
        .rewrite(
            "/ownedObjects$",
            json ->
                json.replaceAll("\"isAssignableToRole\":[a-z]+", "\"isAssignableToRole\":true"));

    assertThat(open(NamedGuest.CO_OWNER)).isEqualTo(Result.EXEMPT);
    assertThat(run.row(NamedGuest.CO_OWNER).standingReason())
        .isEqualTo(Guard.ROLE_ASSIGNABLE_GROUP.sentence());
  }

  @Test
  void who_was_invited_by_an_application_is_foreign_managed_long_after_the_log_forgot_it() {
    run.look();
    house.clock().pass(Duration.ofDays(85));
    String scan = run.read();

    assertThat(run.row(NamedGuest.SYNC_INVITED).dueFor()).isEqualTo("NEVER_SIGNED_IN");
    assertThat(open(NamedGuest.SYNC_INVITED)).isEqualTo(Result.EXEMPT);
    assertThat(run.row(NamedGuest.SYNC_INVITED).standingReason())
        .isEqualTo(Guard.FOREIGN_MANAGED.sentence());
    assertThat(run.scan(scan).startedAt()).isEqualTo(house.now());
  }

  @Test
  void the_owner_of_an_exclusion_is_asked_whatever_guards_the_guest_nothing_is_done_to_it() {
    run.look();
    house
        .relay()
        .rewrite(
            "/ownedObjects$",
            _ -> "{\"value\":[{\"@odata.type\":\"#microsoft.graph.application\",\"id\":\"a\"}]}");
    house.clock().pass(Duration.ofDays(15));
    run.look();

    assertThat(open(NamedGuest.EXCLUSION_LAPSES)).isEqualTo(Result.OPENED);
    assertThat(open(NamedGuest.PLAINLY_STALE)).isEqualTo(Result.EXEMPT);
  }

  @Test
  void without_its_group_in_the_policy_the_same_guest_is_like_any_other() {
    house.apply(TryPolicy.guards(new GuardRules(true, List.of())));
    run.look();

    assertThat(open(NamedGuest.FOREIGN_MANAGED)).isEqualTo(Result.OPENED);
  }

  static Stream<Arguments> whatCannotBeRead() {
    return Stream.of(
        arguments(quirk(Quirk.NO_P2_LICENCE), "eligible roles cannot be read"),
        arguments(taken(ELIGIBLE, ROLES), "eligible roles cannot be read"),
        arguments(quirk(Quirk.GROUPS_UNREADABLE), "the guest's groups cannot be read"),
        arguments(taken(GROUPS), "who else owns the guest's groups cannot be read"),
        arguments(taken(ROLES), "the guest's roles cannot be read"));
  }

  private static Consumer<TryHouse> quirk(Quirk quirk) {
    return house -> house.sandbox().graph().turnOn(quirk);
  }

  private static Consumer<TryHouse> taken(String... permissions) {
    return house ->
        Stream.of(permissions)
            .forEach(
                each -> house.sandbox().graph().consents().take(AppRegistration.OBSERVER, each));
  }

  @ParameterizedTest
  @MethodSource("whatCannotBeRead")
  void what_cannot_be_read_leaves_the_guest_unknown_for_seven_days_and_says_what_to_do(
      Consumer<TryHouse> trouble, String sentence) {
    run.look();
    trouble.accept(house);

    assertThat(open(NamedGuest.CO_OWNER)).isEqualTo(Result.UNCLEAR);
    assertThat(run.row(NamedGuest.CO_OWNER).standing()).isEqualTo("UNKNOWN");
    assertThat(run.row(NamedGuest.CO_OWNER).standingReason()).contains(sentence, "grant ");

    run.look();
    assertThat(run.row(NamedGuest.CO_OWNER).standing()).isEqualTo("UNKNOWN");
    assertThat(run.row(NamedGuest.CO_OWNER).standingReason()).contains(sentence);

    house.clock().pass(Duration.ofDays(6));
    run.look();
    assertThat(run.row(NamedGuest.CO_OWNER).standing()).isEqualTo("IN_PROGRESS");
  }

  @Test
  void a_guard_that_can_be_seen_refuses_although_something_else_cannot() {
    run.look();
    house.sandbox().graph().turnOn(Quirk.NO_P2_LICENCE);

    assertThat(open(NamedGuest.ROLE_HOLDER)).isEqualTo(Result.EXEMPT);
  }

  @Test
  void a_tenant_without_p2_says_so_in_its_policy_and_is_not_asked_about_eligible_roles() {
    house.sandbox().graph().turnOn(Quirk.NO_P2_LICENCE);
    house.apply(TryPolicy.guards(new GuardRules(false, List.of())));
    run.look();

    assertThat(open(NamedGuest.PLAINLY_STALE)).isEqualTo(Result.OPENED);
    assertThat(house.sandbox().graph().served())
        .noneMatch(call -> call.target().contains("roleEligibility"));
  }

  @Test
  void a_guest_deleted_since_the_lagging_list_was_made_stops_nobody_elses_opening() {
    run.look();
    house.tenant().listLag(Duration.ofHours(2));
    String scan = run.fit();
    house
        .tenant()
        .delete(house.idOf(NamedGuest.PLAINLY_STALE), Initiator.ADMINISTRATOR, "elsewhere");

    assertThat(run.openAll(scan).opened()).isEqualTo(25);
    assertThat(run.isRunning(NamedGuest.PLAINLY_STALE)).isFalse();
    run.fit();
    assertThat(run.row(NamedGuest.PLAINLY_STALE).standing()).isEqualTo("GONE");
  }

  @Test
  void trouble_on_the_way_decides_nothing_about_the_guest() {
    run.look();
    GuestRow before = run.row(NamedGuest.PLAINLY_STALE);
    house.sandbox().graph().faults().inject("GET", "/ownedObjects$", 1, new Fault.JsonCut());

    var failure =
        catchThrowableOfType(ApplicationFailure.class, () -> run.reader().open(newest(), null));

    assertThat(failure.getType()).isEqualTo("BROKEN_ANSWER");
    assertThat(run.row(NamedGuest.PLAINLY_STALE)).isEqualTo(before);
  }

  private String newest() {
    return house.store().scans().newest(1).getFirst().scanId().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "PLAINLY_STALE, INACTIVE, 90",
    "NEVER_SIGNED_IN, NEVER_SIGNED_IN, 90",
    "PENDING_INVITATION, INVITATION_NOT_REDEEMED, 60",
    "WITHOUT_SPONSOR, SPONSOR_MISSING, 0",
    "EXCLUSION_LAPSES, EXCLUSION_ENDS, 0",
    "REVIEW_KEPT, ATTESTATION_DUE, 0"
  })
  void each_trigger_opens_with_a_plan_of_its_own(NamedGuest guest, Trigger trigger, int days) {
    house.apply(TryPolicy.triggers(TryPolicy.reviewEvery(14)));
    run.look();
    house.clock().pass(Duration.ofDays(15));
    run.look();

    assertThat(run.row(guest).dueFor()).isEqualTo(trigger.name());
    assertThat(open(guest)).isEqualTo(Result.OPENED);

    LifecycleRow row = house.lifecycle(run.running(guest));
    assertThat(row.trigger()).isEqualTo(trigger.name());
    assertThat(row.stage()).isEqualTo("ASKED");
    assertThat(Wire.read(row.plan(), Plan.class))
        .isEqualTo(Plan.of(house.policy(), trigger, house.idOf(guest)))
        .extracting(Plan::evidenceDays)
        .isEqualTo(days);
    assertThat(house.entries(run.running(guest)).getFirst().body())
        .contains("\"trigger\":\"" + trigger + "\"");
  }
}
