package io.gatehouse.worker.outage;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.GuestNotice;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.guest.Outcome;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Comparison;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.sponsor.QuestionMail;
import io.gatehouse.worker.house.TryTemporal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An activity in the situation in which it is called. */
enum Step {
  BEGIN(1),
  READ_SPONSORS(1),
  READ_PAGE(1),
  READ_INVITATIONS(1),
  /** The first scan after one that saw a guest who is gone since. */
  JUDGE_FIT(1),
  /** The gate closes. */
  JUDGE_UNFIT(1),
  /** One of the due is protected by a guard that needs calls, the other is not. */
  OPEN(1),
  /** A lifecycle that was never started, and whose guest the scan did not see. */
  TELL_RUNNING(0), // when it was started is left out of what is compared
  FINISH(1),
  LOOK(0),
  /** Somebody else enabled the account; a sponsor has left meanwhile. */
  COMPARE(1),
  /** The person is known already. */
  ASK(1),
  /** Somebody else was asked before; the person is looked up, then asked. */
  ASK_THE_NEXT(2),
  /** Everybody but the steward got a question. */
  SILENCE_COUNTS(0),
  /** The intention, then what came of it. */
  SEND_QUESTION(2),
  SEND_REMINDER(2),
  SEND_WHAT_BOUNCES(2),
  TELL_BEFORE_DISABLE(2),
  TELL_WHO_BOUNCES(2),
  TELL_DISABLED(2),
  RESERVE(1),
  RESERVE_ANEW(1),
  CLOSE_KEPT(1),
  CLOSE_STOOD_DOWN(1),
  PARK(1),
  WAIT_FOR_GATE(1),
  /** What was signed is used up and stands in the ledger at once. */
  PROVE_SENDER(1),
  /** The lifecycle was terminated in Temporal. */
  WATCH_ENDED(1),
  /** Four that Temporal does not know, each noted by itself. */
  WATCH_LOST(4),
  /** The lifecycle was noted as stuck and goes on. */
  WATCH_UNSTUCK(1);

  private final int changes;

  Step(int changes) {
    this.changes = changes;
  }

  /** How often others see something change: what belongs together changes at once. */
  int changes() {
    return changes;
  }

  /** What comes before. */
  void prepare(Scene scene) {
    switch (this) {
      case BEGIN, WAIT_FOR_GATE, LOOK, ASK, RESERVE, PARK, TELL_BEFORE_DISABLE, TELL_DISABLED -> {}
      case READ_SPONSORS, READ_INVITATIONS, JUDGE_UNFIT, TELL_RUNNING, FINISH -> scene.begun();
      case COMPARE -> scene.lostASponsor();
      case READ_PAGE -> {
        scene.begun();
        scene.sponsorsRead();
      }
      case JUDGE_FIT -> scene.readAfterSomebodyWent();
      case OPEN -> scene.twoAreDue();
      case ASK_THE_NEXT, SEND_QUESTION -> scene.asked();
      case SILENCE_COUNTS -> {
        ASK.perform(scene, scene.crew());
        ASK_THE_NEXT.perform(scene, scene.crew());
        scene.bothGotTheQuestion();
      }
      case SEND_REMINDER -> {
        scene.asked();
        scene.delivered();
      }
      case SEND_WHAT_BOUNCES, TELL_WHO_BOUNCES -> {
        scene.asked();
        scene.mailBounces();
      }
      case RESERVE_ANEW -> scene.slotMissed();
      case CLOSE_KEPT, CLOSE_STOOD_DOWN -> {
        scene.asked();
        scene.reserved();
      }
      case PROVE_SENDER -> scene.signed();
      case WATCH_ENDED -> {
        scene.runs();
        TryTemporal.terminate(scene.ref());
      }
      case WATCH_LOST -> scene.fourAreLost();
      case WATCH_UNSTUCK -> {
        scene.runs();
        scene.noted();
      }
    }
  }

  /** The activity itself, and what it returns. */
  Object perform(Scene scene, Crew crew) {
    return switch (this) {
      case BEGIN -> done(() -> crew.scans().begin(scene.scan()));
      case READ_SPONSORS -> crew.reader().readSponsors(scene.scan(), 1);
      case READ_PAGE -> crew.reader().readPage(scene.scan(), 1);
      case READ_INVITATIONS -> done(() -> crew.reader().readInvitations(scene.scan()));
      case JUDGE_FIT -> crew.scans().judge(scene.scan(), null);
      case JUDGE_UNFIT -> crew.scans().judge(scene.scan(), "the directory did not answer");
      case OPEN -> done(() -> crew.reader().open(scene.scan(), null)); // the rest of the batch
      case TELL_RUNNING -> done(() -> crew.scans().tellRunning(scene.scan()));
      case FINISH -> done(() -> crew.scans().finish(scene.scan(), 1));
      case LOOK -> crew.looker().look(new LookRequest(scene.ref(), false, false));
      case COMPARE ->
          crew.comparer().compare(new Comparison(scene.ref(), Change.ENABLED_BY_OTHERS));
      case ASK -> crew.asker().ask(scene.asking(1));
      case ASK_THE_NEXT -> crew.asker().ask(scene.asking(2));
      case SILENCE_COUNTS -> crew.asker().silenceCounts(scene.ref());
      case SEND_QUESTION, SEND_WHAT_BOUNCES ->
          crew.postman().send(new QuestionMail(scene.question(), 0));
      case SEND_REMINDER -> crew.postman().send(new QuestionMail(scene.question(), 1));
      case TELL_BEFORE_DISABLE, TELL_WHO_BOUNCES ->
          crew.postman().tellGuest(notice(scene, GuestNotice.Kind.BEFORE_DISABLE));
      case TELL_DISABLED -> crew.postman().tellGuest(notice(scene, GuestNotice.Kind.DISABLED));
      case RESERVE, RESERVE_ANEW ->
          crew.slots().reserve(new EffectOrder(scene.ref(), Effect.DISABLE, 1));
      case CLOSE_KEPT -> close(scene, crew, Outcome.KEPT, LocalDate.of(2026, 7, 31));
      case CLOSE_STOOD_DOWN -> close(scene, crew, Outcome.STOOD_DOWN, null);
      case PARK -> done(() -> crew.lifecycles().park(scene.ref(), "Graph refused for good"));
      case WAIT_FOR_GATE ->
          done(() -> crew.lifecycles().waitForGate(scene.ref(), "somebody paused"));
      case PROVE_SENDER -> crew.prover().proveSender(scene.check());
      case WATCH_ENDED -> done(() -> crew.watch().watch(null)); // closed already, it is not counted
      case WATCH_LOST, WATCH_UNSTUCK -> crew.watch().watch(null);
    };
  }

  private static Object close(
      Scene scene, Crew crew, Outcome outcome, @Nullable LocalDate keptUntil) {
    return done(() -> crew.lifecycles().close(scene.ref(), new Closing(outcome, "x", keptUntil)));
  }

  private static GuestNotice notice(Scene scene, GuestNotice.Kind kind) {
    return new GuestNotice(scene.ref(), kind);
  }

  private static Object done(Runnable work) {
    work.run();
    return "done";
  }
}
