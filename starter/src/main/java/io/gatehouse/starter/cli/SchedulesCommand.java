package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Schedules;
import io.gatehouse.starter.schedule.TenantSchedules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schedules}: what runs by itself. */
@Command(name = "schedules", description = "What runs by itself: shown, put right, run, paused.")
final class SchedulesCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** What each of them works on. */
  private record Scene(Schedules schedules, List<HouseSchedule> wanted) {
    HouseSchedule named(String name) {
      return TenantSchedules.named(wanted, name)
          .orElseThrow(() ->
              new Refusal(
                  wanted.isEmpty()
                      ? "Nothing runs by itself before a policy is in force: run policy apply FILE."
                      : "There is no schedule \"%s\", there is: %s."
                          .formatted(name, names(wanted))));
    }

    private static String names(List<HouseSchedule> schedules) {
      return String.join(", ", schedules.stream().map(HouseSchedule::name).toList());
    }
  }

  @Command(name = "list", description = "Shows what runs when, what is paused, what was changed.")
  int list() {
    return on((scene, _) -> {
      if (scene.wanted().isEmpty()) {
        say("Nothing runs by itself before a policy is in force: run policy apply FILE.");
      }
      scene.wanted().forEach(each -> ScheduleText.print(each, scene.schedules(), this::say));
    });
  }

  @Command(
      name = "apply",
      description = "Makes them as the policy wants; a pause stays, what was changed by hand goes.")
  int apply() {
    return on((scene, _) ->
        scene
            .wanted()
            .forEach(
                each -> say(each.name() + ": " + scene.schedules().apply(each, true).words())));
  }

  @Command(name = "trigger", description = "Runs one now, also while it is paused.")
  int trigger(@Parameters(paramLabel = "NAME") String name) {
    return on((scene, _) -> {
      HouseSchedule schedule = scene.named(name);
      String run = scene.schedules().run(schedule.id()).orElse("a run that Temporal shows soon");
      say("%s runs as %s.".formatted(name, run));
    });
  }

  @Command(name = "pause", description = "Stops one until unpause; what is missed stays missed.")
  int pause(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
    return on((scene, _) -> {
      scene.schedules().pause(scene.named(name).id(), reason);
      say(name + " is paused.");
    });
  }

  @Command(name = "unpause", description = "Lets a paused one run again.")
  int unpause(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
    return on((scene, _) -> {
      scene.schedules().unpause(scene.named(name).id(), reason);
      say(name + " runs again by itself.");
    });
  }

  @Command(name = "backfill", description = "Runs what would have run between two days.")
  int backfill(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--from", required = true, paramLabel = "DAY") LocalDate from,
      @Option(names = "--to", required = true, paramLabel = "DAY", description = "the last day")
          LocalDate to) {
    return on((scene, zone) -> {
      Instant begin = from.atStartOfDay(zone).toInstant();
      Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
      if (!begin.isBefore(end)) {
        throw new Refusal("--from %s is after --to %s.".formatted(from, to));
      }
      scene.schedules().backfill(scene.named(name).id(), begin, end);
      say("%s runs once for each time it would have run from %s to %s.".formatted(name, from, to));
    });
  }

  private int on(BiConsumer<Scene, ZoneId> work) {
    try (var connections = Connections.of(spec, Part.DATABASE, Part.TEMPORAL)) {
      var store = connections.store();
      var scene =
          new Scene(
              new Schedules(connections.client()),
              TenantSchedules.of(store, connections.settings().tenant()));
      work.accept(scene, AppliedPolicy.zone(store));
      return 0;
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
