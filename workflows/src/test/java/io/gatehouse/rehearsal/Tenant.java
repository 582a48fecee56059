package io.gatehouse.rehearsal;

import io.gatehouse.attestation.Choice;
import io.gatehouse.guest.Closing;
import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.Opening;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Silence;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.Role;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import java.time.Duration;
import java.time.Instant;
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
public final class Tenant extends Messenger implements BeforeEachCallback, AfterEachCallback {
  /** Each duration is different, so that a journal shows which one was waited. */
  public static final Plan PLAN =
      new Plan(
          Duration.ofDays(14),
          List.of(Duration.ofDays(7), Duration.ofDays(11)),
          Duration.ofDays(10),
          Duration.ofDays(2),
          Duration.ofDays(20),
          Silence.ESCALATE,
          Duration.ofDays(3),
          Duration.ofDays(30),
          Duration.ofDays(28),
          90);

  /** The same, but silence removes where it counts. */
  public static final Plan SILENCE_REMOVES =
      new Plan(
          PLAN.answerWithin(),
          PLAN.remindAfter(),
          PLAN.escalateWithin(),
          PLAN.changeWithin(),
          PLAN.extendAtMost(),
          Silence.REMOVE,
          PLAN.notice(),
          PLAN.grace(),
          PLAN.restoreWindow(),
          PLAN.evidenceDays());

  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
  private final Set<String> slow = ConcurrentHashMap.newKeySet();
  private final DataConverter converter;
  private @Nullable Town town;

  public Tenant() {
    this(Wire.converter());
  }

  /** The same with payloads in another form. */
  public Tenant(DataConverter converter) {
    this.converter = converter;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    town = new Town(converter);
    chainIs(
        new Candidate("bob", Role.SPONSOR),
        new Candidate("mia", Role.MANAGER),
        new Candidate("sam", Role.STEWARD));
    town().directory().desk(this::deliver);
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

  public void chainIs(Candidate... people) {
    town().directory().chain(List.of(people));
  }

  public void silenceDoesNotCount() {
    town().directory().silenceDoesNotCount();
  }

  public void next(Effect effect, EffectOutcome... outcomes) {
    for (EffectOutcome outcome : outcomes) {
      town().effects().next(effect, outcome);
    }
  }

  public void nextLookFinds(Change change) {
    town().looks().next(new Look.Changed(change));
  }

  public void comparisonMisses(int count) {
    town().looks().misses(count);
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
    opens(Trigger.INACTIVE, PLAN);
  }

  public void opens(Trigger trigger) {
    opens(trigger, PLAN);
  }

  public void opens(Trigger trigger, Plan plan) {
    town()
        .start(
            GuestLifecycleWorkflow.class,
            WorkflowIds.guest(ANN),
            new Opening(ANN, trigger, plan, 7));
    settles();
  }

  /** Ann's account is taken by an operator's word, after these days since the opening. */
  public void removedSince(int days) {
    opens();
    operatorSays(Choice.REMOVE);
    passes(Duration.ofDays(days));
  }

  public void looksAgain() {
    lifecycle().signal("lookAgain");
    settles();
  }

  public void passes(Duration time) {
    town().sleep(time);
  }

  /** Time is skipped only when no task is open: after a second all that had to happen happened. */
  @Override
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

  @Override
  public WorkflowStub lifecycle() {
    return town().stub(WorkflowIds.guest(ANN));
  }

  @Override
  public Instant now() {
    return town().now();
  }

  public Town town() {
    return Objects.requireNonNull(town, "the test has not begun");
  }
}
