package io.gatehouse.rehearsal;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Extend;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Message;
import io.gatehouse.attestation.Reassign;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Restore;
import io.gatehouse.attestation.Retry;
import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Carries to Ann's lifecycle what sponsors, operators and desks say. */
public abstract class Messenger {
  public static final LifecycleRef ANN = new LifecycleRef("contoso", "ann-id", "opening-1");

  private static final String OPENING = ANN.openingId();

  private int messages;

  public abstract WorkflowStub lifecycle();

  public abstract Instant now();

  public abstract void settles();

  public Receipt sponsorSays(Choice choice, int round) {
    return says(decision(Voice.SPONSOR, choice, round));
  }

  public Receipt operatorSays(Choice choice) {
    return says(decision(Voice.OPERATOR, choice, 0));
  }

  private Decision decision(Voice voice, Choice choice, int round) {
    return new Decision(
        OPENING, id("answer"), voice, round, choice, choice == Choice.KEEP ? keepUntil() : null);
  }

  public LocalDate keepUntil() {
    return LocalDate.of(2027, 6, 30);
  }

  public Receipt says(Decision decision) {
    return update("decide", decision.answerId(), decision);
  }

  public Receipt holds(Duration time) {
    return holds(OPENING, now().plus(time));
  }

  public Receipt holds(String openingId, Instant until) {
    var hold = new Hold(openingId, id("act"), until);
    return update("hold", hold.actId(), hold);
  }

  public Receipt releases() {
    return releases(OPENING);
  }

  public Receipt releases(String openingId) {
    var release = new Release(openingId, id("act"));
    return update("release", release.actId(), release);
  }

  public Receipt extendsBy(int days) {
    return extendsBy(OPENING, days);
  }

  public Receipt extendsBy(String openingId, int days) {
    var extend = new Extend(openingId, id("act"), days);
    return update("extend", extend.actId(), extend);
  }

  public Receipt reassigns(String personId) {
    return reassigns(OPENING, personId);
  }

  public Receipt reassigns(String openingId, String personId) {
    var reassign = new Reassign(openingId, id("act"), personId);
    return update("reassign", reassign.actId(), reassign);
  }

  public Receipt retries() {
    return retries(OPENING);
  }

  public Receipt retries(String openingId) {
    var retry = new Retry(openingId, id("act"));
    return update("retry", retry.actId(), retry);
  }

  public Receipt restores() {
    return restores(OPENING);
  }

  public Receipt restores(String openingId) {
    var restore = new Restore(openingId, id("act"));
    return update("restore", restore.actId(), restore);
  }

  /** A sponsor's answer from within a scene, where time cannot pass. */
  public void clicks(Choice choice, int round) {
    Decision decision = decision(Voice.SPONSOR, choice, round);
    send("decide", decision.answerId(), decision);
  }

  /** An operator's remove from within a scene, where time cannot pass. */
  public void removesNow() {
    Decision decision = decision(Voice.OPERATOR, Choice.REMOVE, 0);
    send("decide", decision.answerId(), decision);
  }

  /** An operator's keep from within a scene, where time cannot pass. */
  public void keepsNow() {
    Decision decision = decision(Voice.OPERATOR, Choice.KEEP, 0);
    send("decide", decision.answerId(), decision);
  }

  /** An operator's hold from within a scene, where time cannot pass. */
  public void holdsNow(Duration time) {
    var hold = new Hold(OPENING, id("act"), now().plus(time));
    send("hold", hold.actId(), hold);
  }

  /** An operator's restore from within a scene, where time cannot pass. */
  public void restoresNow() {
    var restore = new Restore(OPENING, id("act"));
    send("restore", restore.actId(), restore);
  }

  /** An operator's naming of a person from within a scene, where time cannot pass. */
  public void reassignsNow(String personId) {
    var reassign = new Reassign(OPENING, id("act"), personId);
    send("reassign", reassign.actId(), reassign);
  }

  /** An operator's extension from within a scene, where time cannot pass. */
  public void extendsNow(int days) {
    var extend = new Extend(OPENING, id("act"), days);
    send("extend", extend.actId(), extend);
  }

  private String id(String what) {
    messages++;
    return what + "-" + messages;
  }

  /** The message as somebody sends it through Temporal itself. */
  public Receipt sendsUnsigned(Message message) {
    Receipt receipt = sendRaw(message.action().word(), id("raw"), message);
    settles();
    return receipt;
  }

  /** The message with a signature that is none. */
  public Receipt sendsForged(Message message) {
    Receipt receipt =
        sendRaw(message.action().word(), id("forged"), message, signed(message, FakeActors.FORGED));
    settles();
    return receipt;
  }

  /** Whatever somebody types as the arguments of an Update. */
  public void sendsGarbled(String update, Object... arguments) {
    sendRaw(update, id("raw"), arguments);
    settles();
  }

  public Hold holdOf(Duration time) {
    return new Hold(OPENING, id("act"), now().plus(time));
  }

  private Receipt update(String name, String id, Message message) {
    Receipt receipt = send(name, id, message);
    settles();
    return receipt;
  }

  private Receipt send(String name, String id, Message message) {
    return sendRaw(name, id, message, signed(message, "signature"));
  }

  private Assertion signed(Message message, String signature) {
    return new Assertion(
        message.voice() == Voice.SPONSOR ? "bob" : "olivia",
        message.voice() == Voice.SPONSOR ? AppRole.SPONSOR : AppRole.OPERATOR,
        message.action().word(),
        "digest",
        WorkflowIds.guest(ANN),
        message.openingId(),
        id("nonce"),
        now().plus(Duration.ofMinutes(15)),
        "key",
        signature);
  }

  private Receipt sendRaw(String name, String id, Object... arguments) {
    return lifecycle()
        .startUpdate(
            UpdateOptions.newBuilder(Receipt.class)
                .setUpdateName(name)
                .setUpdateId(id)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build(),
            arguments)
        .getResult();
  }

  /** The sentence with which a message was refused. */
  public String refusalOf(Runnable message) {
    try {
      message.run();
    } catch (WorkflowUpdateException refused) {
      if (refused.getCause() instanceof ApplicationFailure cause) {
        return cause.getOriginalMessage();
      }
      throw refused;
    }
    throw new AssertionError("the message was accepted");
  }

  public void reportsDelivery(int round, @Nullable Instant at) {
    lifecycle().signal("heard", new Delivery(OPENING, round, at));
  }
}
