package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.policy.GuardRules;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.EffectOutcome.Unclear;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read is never read as nothing. */
class EffectUnreadableTest {
  private static final String ROLES = "RoleManagement.Read.Directory";
  private static final String ELIGIBLE = "RoleEligibilitySchedule.Read.Directory";

  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);
  private final LifecycleRef ref = house.due(NamedGuest.CO_OWNER);

  @AfterEach
  void stop() {
    house.close();
  }

  static Stream<Arguments> whatIsHidden() {
    return Stream.of(
            arguments(quirk(Quirk.GROUPS_UNREADABLE), "the guest's groups cannot be read"),
            arguments(quirk(Quirk.NO_P2_LICENCE), "eligible roles cannot be read"),
            arguments(quirk(Quirk.NO_PREMIUM_LICENCE), "licence"),
            arguments(quirk(Quirk.NO_SIGN_IN_DATES), "the sign-in dates"),
            arguments(taken(ROLES), "the guest's roles cannot be read"),
            arguments(taken(ROLES, ELIGIBLE), "eligible roles cannot be read"),
            arguments(taken("GroupMember.Read.All"), "who else owns the guest's groups"),
            arguments(taken("AuditLog.Read.All"), "was forbidden"),
            arguments(taken("User.Read.All"), "was forbidden"))
        .flatMap(row ->
            Stream.of(Effect.DISABLE, Effect.SOFT_DELETE)
                .map(effect -> arguments(row.get()[0], row.get()[1], effect)));
  }

  private static Named<Consumer<TryHouse>> quirk(Quirk quirk) {
    return named(quirk.name(), house -> house.sandbox().graph().turnOn(quirk));
  }

  private static Named<Consumer<TryHouse>> taken(String... permissions) {
    return named(
        "without " + String.join(", ", permissions),
        house ->
            Stream.of(permissions)
                .forEach(
                    each -> house.sandbox().graph().consents().take(AppRegistration.LOOKER, each)));
  }

  @ParameterizedTest
  @MethodSource("whatIsHidden")
  void what_cannot_be_read_needs_a_person_and_is_never_an_effect(
      Consumer<TryHouse> hidden, String sentence, Effect effect) {
    attempts.prepare(ref.guestId(), effect);
    List<String> before = house.audit(ref.guestId());
    hidden.accept(house);

    EffectOutcome outcome = attempts.once(ref, effect);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Unclear.class, unclear -> assertThat(unclear.reason()).contains(sentence));
    assertThat(house.writes()).isZero();
    assertThat(house.audit(ref.guestId())).isEqualTo(before);
    assertThat(house.ledger(ref)).containsExactly("effect.refused");
    assertThat(house.entries(ref).getFirst().body()).contains("\"because\":\"unclear: ", sentence);
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"DISABLE", "SOFT_DELETE"})
  void a_tenant_without_p2_that_says_so_in_its_policy_is_not_asked_about_eligible_roles(
      Effect effect) {
    attempts.prepare(ref.guestId(), effect);
    house.sandbox().graph().turnOn(Quirk.NO_P2_LICENCE);
    house.apply(TryPolicy.guards(new GuardRules(false, List.of())));

    assertThat(attempts.once(ref, effect)).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.sandbox().graph().served())
        .noneMatch(call -> call.target().contains("roleEligibility"));
  }

  @ParameterizedTest
  @EnumSource(Quirk.class)
  void what_was_taken_is_given_back_whatever_cannot_be_read_about_the_guest(Quirk quirk) {
    attempts.done(ref, Effect.DISABLE);
    house.clock().pass(Duration.ofDays(30));
    attempts.done(ref, Effect.SOFT_DELETE);
    house.sandbox().graph().turnOn(quirk);

    assertThat(attempts.once(ref, Effect.RESTORE)).isInstanceOf(EffectOutcome.Done.class);
    assertThat(attempts.done(ref, Effect.ENABLE).missing()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "DISABLE, User.EnableDisableAccount.All",
    "ENABLE, User.EnableDisableAccount.All",
    "SOFT_DELETE, User.DeleteRestore.All",
    "RESTORE, User.DeleteRestore.All"
  })
  void an_actor_without_its_permission_needs_a_person_and_goes_on_when_it_is_given(
      Effect effect, String permission) {
    attempts.prepare(ref.guestId(), effect);
    house.sandbox().graph().consents().take(AppRegistration.ACTOR, permission);

    assertThat(attempts.once(ref, effect)).isInstanceOf(Unclear.class);
    assertThat(house.ledger(ref))
        .containsExactly("effect.intended", "effect.lapsed", "effect.refused");

    house.sandbox().graph().consents().give(AppRegistration.ACTOR, permission);
    assertThat(attempts.once(ref, effect)).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.audit(ref.guestId())).containsOnlyOnce(Attempts.activity(effect));
    assertThat(house.ledger(ref)).endsWith("effect.intended", "effect.proved");
  }
}
