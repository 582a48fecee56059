package io.gatehouse.guest;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.ReservationActivities;
import io.gatehouse.sponsor.MailActivities;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.temporal.Activities;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the guest, disables, waits out the grace, deletes softly, waits out the restore window. */
final class Removal {
  /** A slot that was missed by more (closed gate, hold) is given back: a new one is reserved. */
  private static final Duration SLOT_KEEPS = Duration.ofHours(1);

  private static final Duration ANSWER_ARRIVES = Duration.ofMinutes(10);

  /** An answer that is on its way longer than this is lost: a person has to give it again. */
  private static final Duration ANSWER_IS_LOST = Duration.ofDays(1);

  private final Opening opening;
  private final Messages messages;
  private final Waiting waiting;
  private final World world;
  private final Narrator narrator;
  private final Comparing comparing;
  private final GivingBack givingBack;
  private final MailActivities mails = Activities.mail("tell the guest");
  private final NoticeBeside notice;
  private final ReservationActivities reservations = Activities.reservation("reserve a slot");
  private final Performing performing = new Performing();

  private boolean begun;
  private long answerWaits;

  Removal(Opening opening, Messages messages, Waiting waiting, World world, Narrator narrator) {
    this.opening = opening;
    this.messages = messages;
    this.waiting = waiting;
    this.world = world;
    this.narrator = narrator;
    this.notice = new NoticeBeside(opening.ref());
    this.comparing = new Comparing(opening.ref(), world);
    this.givingBack = new GivingBack(opening.ref(), messages, world, comparing);
  }

  Closing run() {
    begun = true;
    Plan plan = opening.plan();
    List<Supplier<@Nullable Closing>> steps =
        List.of(
            this::giveNotice,
            () -> take(Effect.DISABLE),
            this::tellBeside,
            () ->
                pass(
                    waiting.after(performing.proved(), plan.grace()),
                    Stage.DISABLED,
                    "the end of the grace"),
            this::delete,
            () ->
                pass(
                    waiting.after(performing.proved(), plan.restoreWindow()),
                    Stage.DELETED,
                    "the end of the restore window"));
    for (Supplier<@Nullable Closing> step : steps) {
      Closing end = step.get();
      if (end != null) {
        notice.stop();
        return end;
      }
    }
    return Closing.of(Outcome.REMOVED, "removed: disabled, then deleted softly");
  }

  /** From here on nobody else is asked. */
  boolean begun() {
    return begun;
  }

  boolean disabled() {
    return performing.disabled();
  }

  /** Disabled, or a disable was begun that cannot be proved. */
  boolean perhapsDisabled() {
    return performing.perhapsDisabled();
  }

  boolean deleted() {
    return performing.deleted();
  }

  boolean givingBack() {
    return givingBack.started();
  }

  /** What a lifecycle that somebody cancels ends with, by what is known of the account. */
  Closing cancelled() {
    Closing given = givingBack.end();
    return given == null ? performing.cancelled() : given;
  }

  private @Nullable Closing giveNotice() {
    Closing end = tell(GuestNotice.Kind.BEFORE_DISABLE);
    return end != null
        ? end
        : pass(
            waiting.after(Waiting.now(), opening.plan().notice()),
            Stage.NOTICE,
            "the day of disabling");
  }

  private @Nullable Closing tell(GuestNotice.Kind kind) {
    while (true) {
      Optional<MailOutcome> outcome =
          world.attempt(() -> mails.tellGuest(new GuestNotice(opening.ref(), kind)));
      if (outcome.isPresent() && !(outcome.get() instanceof MailOutcome.Later)) {
        return null; // delivered, or recorded as undeliverable: the guest cannot be reached
      }
      Duration wait =
          outcome.orElse(null) instanceof MailOutcome.Later later ? later.after() : Duration.ZERO;
      Closing end =
          pass(waiting.after(Waiting.now(), wait), narrator.stage(), "the notice to the guest");
      if (end != null) {
        return end;
      }
    }
  }

  /** Nothing waits for this notice: whoever wants the account back is heard meanwhile. */
  private @Nullable Closing tellBeside() {
    Closing end = heard();
    if (end == null) {
      notice.start();
    }
    return end;
  }

  private @Nullable Closing delete() {
    notice.stop();
    return take(Effect.SOFT_DELETE);
  }

  private @Nullable Closing pass(Waiting.Deadline deadline, Stage stage, String what) {
    while (true) {
      Instant due = waiting.movedOut(deadline);
      if (due.isAfter(Waiting.now())) {
        narrator.tell(stage, what, due);
      }
      if (waiting.until(deadline, what)) {
        return null;
      }
      Closing end = heard();
      if (end != null) {
        return end;
      }
    }
  }

  private @Nullable Closing take(Effect effect) {
    var order = new EffectOrder(opening.ref(), effect, 1);
    while (true) {
      Closing end = heard();
      if (end != null) {
        return end;
      }
      if (!performing.unproved()) { // what was begun is proved first, and needs no slot
        Optional<Instant> slot = world.attempt(() -> reservations.reserve(order));
        if (slot.isEmpty()) {
          continue;
        }
        end = pass(waiting.at(slot.get()), Stage.RESERVED, "a slot to " + effect.words());
        if (end != null) {
          return end;
        }
        if (Waiting.now().isAfter(slot.get().plus(SLOT_KEEPS))) {
          continue;
        }
      }
      EffectOutcome outcome = performing.perform(order);
      if (outcome instanceof EffectOutcome.Done) {
        return null;
      }
      if (!(outcome instanceof EffectOutcome.AnswerPending)) {
        answerWaits = 0;
      }
      end = spoken(); // a keep accepted meanwhile comes before any other end
      if (end == null) {
        end = refused(outcome);
      }
      if (end != null) {
        return end;
      }
    }
  }

  /** The end of the lifecycle, or null after a wait when the effect may be tried again. */
  private @Nullable Closing refused(EffectOutcome outcome) {
    return switch (outcome) {
      case EffectOutcome.WorldChanged changed -> standDown(changed.change());
      case EffectOutcome.GuardRefused guard when !performing.disabled() ->
          Closing.of(Outcome.EXEMPT, guard.guard().sentence());
      case EffectOutcome.NotEnforced _ when !performing.disabled() ->
          Closing.of(Outcome.WOULD_REMOVE, "the mode is notify: enforce would have removed");
      case EffectOutcome.GuardRefused guard -> park(guard.guard().sentence());
      case EffectOutcome.Unclear unclear -> park(unclear.reason());
      case EffectOutcome.Unproved unknown -> park(unknown.reason());
      case EffectOutcome.SlotMissed _ -> null;
      case EffectOutcome.NotEnforced _ -> gate("the mode is notify");
      case EffectOutcome.GateClosed closed -> gate(closed.reason());
      case EffectOutcome.NotTold _ -> giveNotice();
      case EffectOutcome.AnswerPending _ -> awaitAnswer();
      case EffectOutcome.Done _ -> throw new IllegalStateException("done is not a refusal");
    };
  }

  private @Nullable Closing awaitAnswer() {
    answerWaits++;
    if (answerWaits <= ANSWER_IS_LOST.dividedBy(ANSWER_ARRIVES)) {
      return pass(
          waiting.after(Waiting.now(), ANSWER_ARRIVES), narrator.stage(), "a recorded answer");
    }
    answerWaits = 0;
    return park(
        "an answer or a hold was recorded a day ago and has not reached this lifecycle: give it again");
  }

  private @Nullable Closing park(String reason) {
    world.park(reason);
    return null;
  }

  private @Nullable Closing gate(String reason) {
    world.waitForGate(reason);
    return null;
  }

  private @Nullable Closing heard() {
    Closing end = spoken();
    // What is not proved is performed again, which looks: a look of our own would take it for
    // somebody else's work.
    return end == null && messages.takeLookAgain() && !performing.unproved()
        ? world
            .changed(performing.disabled(), performing.deleted())
            .map(this::standDown)
            .orElse(null)
        : end;
  }

  private @Nullable Closing spoken() {
    messages.takeDelivery();
    messages.takeNamed(); // too late: left there it spins
    Decision decision = messages.takeDecision();
    if (decision != null && decision.choice() == Choice.KEEP) {
      return giveBack(new Closing(Outcome.KEPT, "kept", decision.keepUntil()));
    }
    return messages.takeRestore()
        ? giveBack(Closing.of(Outcome.RESTORED, "given back on request"))
        : null;
  }

  private Closing giveBack(Closing closing) {
    return givingBack.before(closing, performing.perhapsDisabled(), performing.perhapsDeleted());
  }

  private @Nullable Closing standDown(Change change) {
    if (performing.disabled() && change == Change.BECAME_MEMBER) {
      return park("the account we disabled is not a guest any more: restore gives it back");
    }
    if (change == Change.TRIED_AFTER_DISABLE) { // a password tried by anybody must enable nothing
      return park(change.words() + ": keep or restore gives it back");
    }
    Closing closing = World.closing(change);
    if (performing.disabled() && change.givenBackByOthers()) {
      return compared(closing, change);
    }
    // Somebody signed in just before we disabled the account, and Graph told us late.
    return change.guestIsBack() ? giveBack(closing) : closing;
  }

  private @Nullable Closing compared(Closing closing, Change change) {
    Optional<Integer> missing = comparing.missing(change);
    Closing said = spoken(); // meanwhile: an account that was only restored is still disabled
    return said != null || missing.isEmpty() ? said : Comparing.counted(closing, missing.get());
  }
}
