package io.gatehouse.sponsor;

import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.temporal.Activities;
import io.gatehouse.temporal.Sleep;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** First version: each mail goes out at once; later versions gather a day's mails into one. */
public final class SponsorDeskWorkflowImpl implements SponsorDeskWorkflow {
  private static final Duration AFTER_A_REFUSAL = Duration.ofHours(1);

  private final MailActivities mails = Activities.mail("mail to the sponsor");
  private final List<Agenda.Item> agenda;

  @WorkflowInit
  public SponsorDeskWorkflowImpl(Agenda agenda) {
    this.agenda = new ArrayList<>(agenda.items());
  }

  @Override
  public void ask(Question question) {
    boolean known =
        agenda.stream()
            .anyMatch(i ->
                i.question().ref().equals(question.ref())
                    && i.question().round() == question.round());
    if (!known) {
      agenda.add(new Agenda.Item(question, 0, now(), now()));
    }
  }

  @Override
  public void run(Agenda start) {
    while (!agenda.isEmpty()) {
      Agenda.Item next = next().orElseThrow();
      if (next.due().isAfter(now())) {
        int known = agenda.size();
        Sleep.until(next.due(), "next reminder", () -> agenda.size() != known);
      } else {
        Optional<Agenda.Item> left = send(next);
        agenda.remove(next); // not before: asked again while it is sent, a question has to be known
        left.ifPresent(agenda::add);
      }
      if (Workflow.getInfo().isContinueAsNewSuggested()) {
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.newContinueAsNewStub(SponsorDeskWorkflow.class).run(new Agenda(agenda));
      }
    }
  }

  private Optional<Agenda.Item> next() {
    return agenda.stream().min(Comparator.comparing(Agenda.Item::due));
  }

  /** Returns what is left to do about the question, if anything. */
  private Optional<Agenda.Item> send(Agenda.Item item) {
    return switch (attempt(new QuestionMail(item.question(), item.number()))) {
      case MailOutcome.Delivered delivered -> delivered(item, delivered.at());
      case MailOutcome.Undeliverable _ -> {
        if (item.number() == 0) {
          report(
              new Delivery(item.question().ref().openingId(), item.question().round(), null), item);
        }
        yield Optional.empty();
      }
      case MailOutcome.NotNeeded _ -> Optional.empty();
      case MailOutcome.Later later ->
          Optional.of(
              new Agenda.Item(
                  item.question(), item.number(), now().plus(later.after()), item.deliveredAt()));
    };
  }

  /** One mail refused for good must not end the conversation about all other guests. */
  private MailOutcome attempt(QuestionMail mail) {
    try {
      MailOutcome outcome = mails.send(mail);
      Workflow.setCurrentDetails("");
      return outcome;
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure) {
        throw failure;
      }
      String reason =
          failure.getCause() instanceof ApplicationFailure cause
              ? cause.getOriginalMessage()
              : String.valueOf(failure.getMessage());
      Workflow.setCurrentDetails(
          "**Mail cannot be sent** %s. Tried again every hour.".formatted(reason));
      return new MailOutcome.Later(AFTER_A_REFUSAL);
    }
  }

  private Optional<Agenda.Item> delivered(Agenda.Item item, Instant at) {
    Question question = item.question();
    Instant first = item.number() == 0 ? at : item.deliveredAt();
    if (item.number() == 0) {
      report(new Delivery(question.ref().openingId(), question.round(), at), item);
    }
    return item.number() < question.remindAfter().size()
        ? Optional.of(
            new Agenda.Item(
                question,
                item.number() + 1,
                first.plus(question.remindAfter().get(item.number())),
                first))
        : Optional.empty();
  }

  private static void report(Delivery delivery, Agenda.Item item) {
    String lifecycle = WorkflowIds.guest(item.question().ref());
    try {
      Workflow.newExternalWorkflowStub(GuestLifecycleWorkflow.class, lifecycle).heard(delivery);
    } catch (SignalExternalWorkflowException | ApplicationFailure closedMeanwhile) {
      Workflow.getLogger(SponsorDeskWorkflowImpl.class)
          .info("{} closed before its question was delivered", lifecycle);
    }
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
