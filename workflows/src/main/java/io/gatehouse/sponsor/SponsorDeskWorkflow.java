package io.gatehouse.sponsor;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The conversation with one person: {@code desk/{tenant}/{sponsorId}}. Lives while a question is
 * open. The lifecycle asks; the desk talks.
 */
@WorkflowInterface
public interface SponsorDeskWorkflow {
  /** Runs until every question is answered, given up or has had its last reminder. */
  @WorkflowMethod
  void run(Agenda agenda);

  /** Puts a question on the agenda; a question that is there already is not asked twice. */
  @SignalMethod
  void ask(Question question);
}
