package io.gatehouse.doctor;

import io.gatehouse.config.Variable;
import io.gatehouse.graph.access.Duty;
import java.util.List;

/** What is looked at, in the order in which one thing needs the other. */
final class Rounds {
  private Rounds() {}

  static List<Examination> of(Ground ground) {
    return List.of(
        new DatabaseExamination(ground),
        new StandingExamination(ground),
        new TemporalExamination(ground),
        new ScheduleExamination(ground),
        new MailExamination(ground),
        new RegistrationExamination(ground, Duty.READER, Variable.GRAPH_READER_KIND),
        new RegistrationExamination(ground, Duty.LOOKER, Variable.GRAPH_LOOKER_KIND),
        new RegistrationExamination(ground, Duty.WRITER, Variable.GRAPH_WRITER_KIND),
        new PagesExamination(ground));
  }
}
