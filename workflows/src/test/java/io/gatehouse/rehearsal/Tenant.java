package io.gatehouse.rehearsal;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.Closing;
import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.Opening;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Silence;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.Role;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One tenant with one guest, Ann, whose sponsor is Bob, whose manager is Mia; Sam is the steward.
 * Every mail arrives, every effect succeeds and nobody answers, unless the test says otherwise.
 */
public final class Tenant implements BeforeEachCallback, AfterEachCallback {
  public static final LifecycleRef ANN = new LifecycleRef("contoso", "ann-id", "opening-1");

  /** Each duration is different, so that a journal shows which one was waited. */
  public static final Plan PLAN =
      new Plan(
          Duration.ofDays(14),
          List.of(Duration.ofDays(7), Duration.ofDays(11)),
          Duration.ofDays(2),
          Silence.ESCALATE,
          Duration.ofDays(3),
          Duration.ofDays(30),
          Duration.ofDays(28));

  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
  private final Set<String> slow = ConcurrentHashMap.newKeySet();
  private int messages;
  private @Nullable Town town;

  @Override
  public void beforeEach(ExtensionContext context) {
    town = new Town();
    town()
        .directory()
        .chain(
            List.of(
                new Candidate("bob", Role.SPONSOR),
                new Candidate("mia", Role.MANAGER),
                new Candidate("sam", Role.STEWARD)));
    town().office().desk(this::deliver);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    town().close(context.getExecutionException().isEmpty());
  }

  private void deliver(Question question) {
    if (!slow.contains(question.sponsorId())) {
      reportsDelivery(question.round(), unreachable.contains(question.sponsorId()) ? null : now());
    }
  }

  // ---- given

  public void cannotReceiveMail(String person) {
    unreachable.add(person);
  }

  public void mailIsSlowTo(String person) {
    slow.add(person);
  }

  public void nobodyAnswersFor() {
    town().directory().chain(List.of());
  }

  public void next(Effect effect, EffectOutcome... outcomes) {
    for (EffectOutcome outcome : outcomes) {
      town().effects().next(effect, outcome);
    }
  }

  public void nextLookFinds(Change change) {
    town().directory().nextLook(new Look.Changed(change));
  }

  public void nextSlotIn(Duration fromNow) {
    town().office().nextSlot(fromNow);
  }

  public void nextNotice(MailOutcome outcome) {
    town().post().nextNotice(outcome);
  }

  public void fails(String call, FailureType type, String sentence) {
    town().script().fail(call, type, sentence);
  }

  public void during(String call, Runnable scene) {
    town().script().during(call, scene);
  }

  // ---- when

  public void opens() {
    opens(PLAN);
  }

  public void opens(Plan plan) {
    town()
        .start(
            GuestLifecycleWorkflow.class,
            WorkflowIds.guest(ANN),
            new Opening(ANN, Trigger.INACTIVE, plan, 7));
    settles();
  }

  public Receipt sponsorSays(Choice choice, int round) {
    return says(Voice.SPONSOR, choice, round);
  }

  public Receipt operatorSays(Choice choice) {
    return says(Voice.OPERATOR, choice, 0);
  }

  private Receipt says(Voice voice, Choice choice, int round) {
    messages++;
    return says(decision(voice, choice, round));
  }

  private Decision decision(Voice voice, Choice choice, int round) {
    return new Decision(
        ANN.openingId(),
        "answer-" + messages,
        voice,
        round,
        choice,
        choice == Choice.KEEP ? keepUntil() : null);
  }

  public Receipt says(Decision decision) {
    return update("decide", decision.answerId(), decision);
  }

  public Receipt holds(Duration time) {
    return holds(ANN.openingId(), now().plus(time));
  }

  public Receipt holds(String openingId, Instant until) {
    return update("hold", "act-" + ++messages, new Hold(openingId, "act-" + messages, until));
  }

  public Receipt releases() {
    return releases(ANN.openingId());
  }

  public Receipt releases(String openingId) {
    return update("release", "act-" + ++messages, new Release(openingId, "act-" + messages));
  }

  /** A sponsor's answer from within a scene, where time cannot pass. */
  public void clicks(Choice choice, int round) {
    send("decide", "answer-" + ++messages, decision(Voice.SPONSOR, choice, round));
  }

  /** An operator's hold from within a scene, where time cannot pass. */
  public void holdsNow(Duration time) {
    var hold = new Hold(ANN.openingId(), "act-" + ++messages, now().plus(time));
    send("hold", hold.actId(), hold);
  }

  private Receipt update(String name, String id, Object argument) {
    Receipt receipt = send(name, id, argument);
    settles();
    return receipt;
  }

  private Receipt send(String name, String id, Object argument) {
    return lifecycle()
        .startUpdate(
            UpdateOptions.newBuilder(Receipt.class)
                .setUpdateName(name)
                .setUpdateId(id)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build(),
            argument)
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
    lifecycle().signal("heard", new Delivery(ANN.openingId(), round, at));
  }

  public void looksAgain() {
    lifecycle().signal("lookAgain");
    settles();
  }

  public void passes(Duration time) {
    town().sleep(time);
  }

  /** Time is skipped only when no task is open: after a second all that had to happen happened. */
  public void settles() {
    town().sleep(Duration.ofSeconds(1));
  }

  // ---- then

  /** What happened outside, dated by the time since the beginning. */
  public List<String> journal() {
    return town().journal();
  }

  public List<String> journalFrom(String firstWords) {
    return journal().stream().dropWhile(line -> !line.contains(firstWords)).toList();
  }

  public Closing closing() {
    return lifecycle().getResult(Closing.class);
  }

  public String details() {
    return town().details(WorkflowIds.guest(ANN));
  }

  public WorkflowStub lifecycle() {
    return town().stub(WorkflowIds.guest(ANN));
  }

  public Instant now() {
    return town().now();
  }

  public LocalDate keepUntil() {
    return LocalDate.of(2027, 6, 30);
  }

  public Town town() {
    return Objects.requireNonNull(town, "the test has not begun");
  }
}
