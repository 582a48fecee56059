package io.gatehouse.doctor;

import static io.gatehouse.doctor.Finding.note;
import static io.gatehouse.doctor.Finding.well;
import static io.gatehouse.doctor.Finding.wrong;

import io.gatehouse.config.Part;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Schedules;
import io.gatehouse.starter.schedule.TenantSchedules;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleState;
import java.util.List;

/** Whether what should run by itself does. */
record ScheduleExamination(Ground ground) implements Examination {
  @Override
  public String subject() {
    return "Schedules";
  }

  @Override
  public List<Finding> look() {
    var schedules = new Schedules(ground.temporal());
    List<HouseSchedule> wanted =
        TenantSchedules.of(ground.store(), ground.settings(Part.TEMPORAL).tenant());
    if (wanted.isEmpty()) {
      return List.of(note("Nothing runs by itself before a policy is in force."));
    }
    return wanted.stream().map(each -> finding(each, schedules)).toList();
  }

  private Finding finding(HouseSchedule wanted, Schedules schedules) {
    return schedules
        .find(wanted.id())
        .map(found -> finding(wanted, found))
        .orElse(
            wrong(
                "%s is not there: run ./gatehouse schedules apply, or start serve."
                    .formatted(wanted.name())));
  }

  private Finding finding(HouseSchedule wanted, ScheduleDescription found) {
    ScheduleState state = found.getSchedule().getState();
    if (state != null && state.isPaused()) {
      return note(
          "%s is paused (%s): ./gatehouse schedules unpause %s lets it run again."
              .formatted(wanted.name(), state.getNote(), wanted.name()));
    }
    if (!ground.simulated() && Schedules.drifted(found.getSchedule(), wanted)) {
      return note(
          "%s is not as the policy wants: ./gatehouse schedules apply puts it right."
              .formatted(wanted.name()));
    }
    return well("%s runs %s".formatted(wanted.name(), wanted.rhythm().words()));
  }
}
