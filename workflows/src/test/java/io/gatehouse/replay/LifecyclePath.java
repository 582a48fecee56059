package io.gatehouse.replay;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.Guard;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import java.util.function.Consumer;

/** The ways through a guest's lifecycle, one history each. */
enum LifecyclePath {
  KEPT(tenant -> {
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(1));
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(2));
  }),
  REMOVED(tenant -> {
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(70));
  }),
  SILENT_ESCALATED(tenant -> {
    tenant.cannotReceiveMail("mia");
    tenant.opens();
    tenant.passes(Duration.ofDays(30));
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(70));
  }),
  NOT_MINE(tenant -> {
    tenant.opens();
    tenant.sponsorSays(Choice.NOT_MINE, 1);
    tenant.sponsorSays(Choice.KEEP, 2);
    tenant.passes(Duration.ofDays(3));
  }),
  CAME_BACK_WHILE_ASKED(tenant -> {
    tenant.opens();
    tenant.nextLookFinds(Change.CAME_BACK);
    tenant.looksAgain();
  }),
  CAME_BACK_IN_GRACE(tenant -> {
    removed(tenant, 10);
    tenant.nextLookFinds(Change.CAME_BACK);
    tenant.looksAgain();
  }),
  GATE_CLOSED(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.GateClosed("closed by hand"));
    removed(tenant, 10);
    tenant.looksAgain();
    tenant.passes(Duration.ofDays(70));
  }),
  RESTORED(tenant -> {
    removed(tenant, 40);
    tenant.operatorSays(Choice.KEEP);
  }),
  ENABLED_AGAIN(tenant -> {
    tenant.next(Effect.ENABLE, new EffectOutcome.Unclear("the directory shows two answers"));
    removed(tenant, 10);
    tenant.operatorSays(Choice.KEEP);
    tenant.releases();
  }),
  PARKED(tenant -> {
    tenant.fails("ask", FailureType.NOT_CONFIGURED, "no sender address is configured");
    tenant.opens();
    tenant.releases();
    tenant.next(Effect.DISABLE, new EffectOutcome.Unclear("a sign-in date cannot be read"));
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(5));
    tenant.releases();
    tenant.passes(Duration.ofDays(70));
  }),
  HELD(tenant -> {
    tenant.nextSlotIn(Duration.ofDays(2));
    tenant.opens();
    tenant.holds(Duration.ofDays(5));
    tenant.passes(Duration.ofDays(1));
    tenant.releases();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));
    tenant.holds(Duration.ofDays(10));
    tenant.passes(Duration.ofDays(90));
  }),
  ANSWER_PENDING(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.AnswerPending());
    tenant.nextNotice(new MailOutcome.Later(Duration.ofDays(1)));
    removed(tenant, 80);
  }),
  EXEMPT(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.GuardRefused(Guard.ROLE_HOLDER));
    removed(tenant, 4);
  }),
  WOULD_REMOVE(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.NotEnforced());
    removed(tenant, 4);
  }),
  CANCELLED(tenant -> {
    tenant.opens();
    tenant.lifecycle().cancel();
    tenant.settles();
  });

  private final Consumer<Tenant> scene;

  LifecyclePath(Consumer<Tenant> scene) {
    this.scene = scene;
  }

  void play(Tenant tenant) {
    scene.accept(tenant);
  }

  private static void removed(Tenant tenant, int daysAgo) {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(daysAgo));
  }
}
