package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.Guard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A keep that is accepted while the lifecycle waits for something else is never lost. */
class KeepMeetsEffectTest {
  private static final String STANDS =
      "Somebody else has answered already, and their answer stands.";

  @RegisterExtension final Tenant tenant = new Tenant();

  static Stream<EffectOutcome> refusals() {
    return Stream.of(
        new EffectOutcome.GuardRefused(Guard.NOBODY_SAID_SO),
        new EffectOutcome.WorldChanged(Change.DISABLED_BY_OTHERS),
        new EffectOutcome.NotEnforced(),
        new EffectOutcome.AnswerPending(),
        new EffectOutcome.SlotMissed(),
        new EffectOutcome.GateClosed("closed by hand"),
        new EffectOutcome.Unclear("no date"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_keep_given_while_the_disable_is_tried_comes_before_whatever_it_came_to(
      EffectOutcome refusal) {
    tenant.opens();
    tenant.during("perform DISABLE", () -> tenant.clicks(Choice.KEEP, 1));
    tenant.next(Effect.DISABLE, refusal);
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journal()).endsWith("3d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void a_keep_that_waits_is_not_replaced_by_another_persons_remove_or_not_mine() {
    List<String> refusals = new CopyOnWriteArrayList<>();
    tenant.opens();
    tenant.passes(Duration.ofDays(15)); // bob was silent, mia is asked
    tenant.during(
        "look",
        () -> {
          tenant.clicks(Choice.KEEP, 1);
          refusals.add(tenant.refusalOf(() -> tenant.clicks(Choice.REMOVE, 2)));
          refusals.add(tenant.refusalOf(() -> tenant.clicks(Choice.NOT_MINE, 2)));
        });
    tenant.looksAgain();
    tenant.passes(Duration.ofDays(3));

    assertThat(refusals).containsExactly(STANDS, STANDS);
    assertThat(tenant.journal()).contains("17d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void in_a_removal_not_even_an_operators_remove_replaces_a_keep_that_waits() {
    List<String> refusals = new CopyOnWriteArrayList<>();
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(1));
    tenant.during(
        "look",
        () -> {
          tenant.clicks(Choice.KEEP, 1);
          refusals.add(tenant.refusalOf(() -> tenant.removesNow()));
        });
    tenant.looksAgain();

    assertThat(refusals).containsExactly(STANDS);
    assertThat(tenant.journal()).endsWith("1d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void who_waits_to_be_heard_may_still_change_their_own_mind() {
    tenant.opens();
    tenant.during(
        "look",
        () -> {
          tenant.clicks(Choice.KEEP, 1);
          tenant.clicks(Choice.REMOVE, 1);
        });
    tenant.looksAgain();
    tenant.passes(Duration.ofDays(6));

    assertThat(tenant.journal()).contains("5d DISABLE Done");
  }
}
