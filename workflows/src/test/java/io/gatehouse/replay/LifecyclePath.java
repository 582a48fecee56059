package io.gatehouse.replay;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.Trigger;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.rehearsal.Town;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.Guard;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.Role;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import java.util.Locale;
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
  REMOVED_BY_WORD(tenant -> {
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(70));
  }),
  REMOVED_BY_SILENCE(tenant -> {
    tenant.opens(Trigger.NEVER_SIGNED_IN, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(90));
  }),
  SILENCE_DID_NOT_COUNT(tenant -> {
    tenant.silenceDoesNotCount();
    tenant.opens(Trigger.INACTIVE, Tenant.SILENCE_REMOVES);
    tenant.passes(Duration.ofDays(15));
    tenant.sponsorSays(Choice.KEEP, 2);
    tenant.passes(Duration.ofDays(3));
  }),
  ESCALATED(tenant -> {
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
  REASSIGNED(tenant -> {
    tenant.opens();
    tenant.reassigns("zoe");
    tenant.fails("ask", FailureType.REFUSED, "the person named has no mailbox");
    tenant.reassigns("yan");
    tenant.reassigns("kim");
    tenant.sponsorSays(Choice.KEEP, 3);
    tenant.passes(Duration.ofDays(3));
  }),
  EXTENDED(tenant -> {
    tenant.opens(Trigger.ATTESTATION_DUE);
    tenant.extendsBy(5);
    tenant.passes(Duration.ofDays(18));
    tenant.operatorSays(Choice.REMOVE);
    tenant.extendsBy(2);
    tenant.passes(Duration.ofDays(6));
    tenant.extendsBy(9);
    tenant.passes(Duration.ofDays(90));
  }),
  HELD_AND_RELEASED(tenant -> {
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
  HELD_BY_SOMEBODY_UNPROVED(tenant -> {
    tenant.opens();
    tenant.sendsUnsigned(tenant.holdOf(Duration.ofDays(5)));
    tenant.refusalOf(() ->
        tenant.sendsForged(
            new Decision(Tenant.ANN.openingId(), "a", Voice.OPERATOR, 0, Choice.REMOVE, null)));
    tenant.passes(Duration.ofDays(1));
    tenant.releases();
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(3));
  }),
  PARKED_AND_RETRIED(tenant -> {
    tenant.fails("ask", FailureType.NOT_CONFIGURED, "no sender address is configured");
    tenant.opens(Trigger.SPONSOR_MISSING);
    tenant.retries();
    tenant.next(Effect.DISABLE, new EffectOutcome.Unclear("a sign-in date cannot be read"));
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(5));
    tenant.retries();
    tenant.passes(Duration.ofDays(70));
  }),
  SENDER_PROVED_AT_SECOND_TRY(tenant -> {
    tenant.opens();
    tenant.fails("proveSender", FailureType.TRANSIENT, "the store is away");
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(3));
  }),
  RESTORED_IN_GRACE(tenant -> {
    tenant.next(Effect.ENABLE, new EffectOutcome.Unclear("the directory shows two answers"));
    tenant.removedSince(10);
    tenant.restores();
    tenant.retries();
  }),
  RESTORED_FROM_THE_BIN(tenant -> {
    tenant.next(Effect.ENABLE, new EffectOutcome.Done(Town.START, "request-9", 2));
    tenant.removedSince(40);
    tenant.restores();
  }),
  KEPT_IN_GRACE(tenant -> {
    tenant.removedSince(10);
    tenant.operatorSays(Choice.KEEP);
  }),
  CAME_BACK_WHILE_ASKED(tenant -> {
    tenant.opens();
    tenant.nextLookFinds(Change.CAME_BACK);
    tenant.looksAgain();
  }),
  CAME_BACK_IN_GRACE(tenant -> {
    tenant.removedSince(10);
    tenant.nextLookFinds(Change.CAME_BACK);
    tenant.looksAgain();
  }),
  ENABLED_BY_OTHERS(tenant -> {
    tenant.removedSince(10);
    tenant.nextLookFinds(Change.ENABLED_BY_OTHERS);
    tenant.looksAgain();
  }),
  RESTORED_BY_OTHERS(tenant -> {
    tenant.comparisonMisses(2);
    tenant.removedSince(40);
    tenant.fails("compare", FailureType.FORBIDDEN, "GroupMember.Read.All is not granted");
    tenant.nextLookFinds(Change.RESTORED_BY_OTHERS);
    tenant.looksAgain();
    tenant.nextLookFinds(Change.RESTORED_BY_OTHERS);
    tenant.retries();
  }),
  REDEEMED(tenant -> {
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.WorldChanged(Change.REDEEMED));
    tenant.opens(Trigger.INVITATION_NOT_REDEEMED);
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(34));
  }),
  GONE(tenant -> {
    tenant.opens();
    tenant.nextLookFinds(Change.GONE);
    tenant.looksAgain();
  }),
  BECAME_MEMBER(tenant -> {
    tenant.removedSince(10);
    tenant.nextLookFinds(Change.BECAME_MEMBER);
    tenant.looksAgain();
    tenant.restores();
  }),
  EXEMPT_BY_A_GUARD(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.GuardRefused(Guard.ELIGIBLE_FOR_ROLE));
    tenant.removedSince(4);
  }),
  PARKED_BY_A_GUARD(tenant -> {
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.GuardRefused(Guard.ROLE_HOLDER));
    tenant.removedSince(40);
    tenant.retries();
    tenant.passes(Duration.ofDays(30));
  }),
  GATE_CLOSED(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.GateClosed("closed by hand"));
    tenant.removedSince(10);
    tenant.looksAgain();
    tenant.passes(Duration.ofDays(70));
  }),
  ANSWER_PENDING(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.AnswerPending(), new EffectOutcome.NotTold());
    tenant.nextNotice(new MailOutcome.Later(Duration.ofDays(1)));
    tenant.removedSince(80);
  }),
  WOULD_REMOVE(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.NotEnforced());
    tenant.removedSince(4);
  }),
  DISABLE_UNPROVED(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.Unproved("reading was forbidden"));
    tenant.removedSince(10);
    tenant.retries();
    tenant.passes(Duration.ofDays(70));
  }),
  SLOT_MISSED(tenant -> {
    tenant.next(Effect.DISABLE, new EffectOutcome.SlotMissed());
    tenant.removedSince(80);
  }),
  CANCELLED_AFTER_DISABLE(tenant -> {
    tenant.removedSince(10);
    tenant.lifecycle().cancel();
    tenant.settles();
  }),
  CANCELLED(tenant -> {
    tenant.opens();
    tenant.lifecycle().cancel();
    tenant.settles();
  }),
  EXCLUSION_KEPT(tenant -> {
    tenant.chainIs(new Candidate("kim", Role.OWNER));
    tenant.opens(Trigger.EXCLUSION_ENDS);
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(3));
  }),
  EXCLUSION_LET_GO(tenant -> {
    tenant.chainIs(new Candidate("kim", Role.OWNER));
    tenant.opens(Trigger.EXCLUSION_ENDS);
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(3));
  }),
  EXCLUSION_UNANSWERED(tenant -> {
    tenant.chainIs(new Candidate("kim", Role.OWNER));
    tenant.opens(Trigger.EXCLUSION_ENDS);
    tenant.passes(Duration.ofDays(20));
  });

  private final Consumer<Tenant> scene;

  LifecyclePath(Consumer<Tenant> scene) {
    this.scene = scene;
  }

  void play(Tenant tenant) {
    scene.accept(tenant);
  }

  /** The name of its history. */
  String file() {
    return "lifecycle-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
