package io.gatehouse.starter.cli;

import io.gatehouse.config.DeploymentSettings;
import io.gatehouse.config.Part;
import io.gatehouse.config.Variable;
import io.gatehouse.starter.deployment.Build;
import io.gatehouse.starter.deployment.Deployment;
import io.gatehouse.temporal.Implementations;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deployment}: which build of the workers takes up what. */
@Command(
    name = "deployment",
    description = "Which build of the workers takes up what, where builds are told apart.",
    synopsisSubcommandLabel = "COMMAND")
final class DeploymentCommand {
  private static final String WAIT = "120";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "show", description = "Lists the builds that workers polled as.")
  int show() {
    return on((deployment, settings) -> {
      List<Build> builds = deployment.builds();
      if (builds.isEmpty()) {
        say("No worker has polled as a build of %s yet.".formatted(settings.name()));
        return;
      }
      var table = new Table(List.of("BUILD", "TAKES", "STATE"), 40, 6, 26);
      for (Build build : builds) {
        table.row(List.of(build.id(), "%.0f %%".formatted(build.share()), build.place().words()));
      }
      say(table.text());
    });
  }

  @Command(
      name = "current",
      description = {
        "Sends all work to a build, running lifecycles too, once its workers have polled.",
        "Without a name it is the build of the code that runs this command."
      })
  int current(
      @Parameters(arity = "0..1", paramLabel = "BUILD") @Nullable String build,
      @Option(names = "--unversioned", description = "Back to workers that are no build")
          boolean unversioned,
      @Option(
              names = "--wait",
              paramLabel = "SECONDS",
              defaultValue = WAIT,
              description = "How long to wait for workers and server (default ${DEFAULT-VALUE})")
          int wait) {
    if (unversioned && build != null) {
      throw new ParameterException(spec.commandLine(), "give a build or --unversioned, not both");
    }
    return on((deployment, settings) -> {
      String named = unversioned ? "" : named(build, settings);
      change(deployment, named, wait, patience -> deployment.makeCurrent(named, patience));
      say(
          unversioned
              ? "All work goes to workers that are no build."
              : "All work goes to build %s of %s; lifecycles that run move with their next step."
                  .formatted(named, settings.name()));
    });
  }

  @Command(
      name = "ramp",
      description =
          "Sends a part of the workflows to a build, the rest stays with the current one.")
  int ramp(
      @Parameters(arity = "0..1", paramLabel = "BUILD") @Nullable String build,
      @Option(names = "--percent", paramLabel = "N", required = true, description = "0 to 100")
          int percent,
      @Option(
              names = "--wait",
              paramLabel = "SECONDS",
              defaultValue = WAIT,
              description = "How long to wait for workers and server (default ${DEFAULT-VALUE})")
          int wait) {
    if (percent < 0 || percent > 100) {
      throw new ParameterException(spec.commandLine(), "--percent takes 0 to 100, not " + percent);
    }
    return on((deployment, settings) -> {
      String named = named(build, settings);
      change(deployment, named, wait, patience -> deployment.ramp(named, percent, patience));
      say(
          percent == 0
              ? "Nothing is ramped any longer."
              : "%d %% of the workflows go to build %s of %s."
                  .formatted(percent, named, settings.name()));
    });
  }

  private static String named(@Nullable String build, DeploymentSettings settings) {
    return build == null ? settings.build(Implementations.class) : build;
  }

  private interface Change {
    void within(Duration patience);
  }

  private static void change(Deployment deployment, String build, int seconds, Change change) {
    try {
      change.within(Duration.ofSeconds(seconds));
    } catch (Deployment.Refused refused) {
      String known = deployment.builds().stream().map(Build::id).collect(Collectors.joining(", "));
      throw new Refusal(
          build.isEmpty() || deployment.builds().stream().anyMatch(each -> each.id().equals(build))
              ? "Nothing was changed, Temporal refuses: %s. A build takes over only when its workers poll every queue that the current build's poll."
                  .formatted(refused.getMessage())
              : "Nothing was changed: no worker polled as build %s within %d seconds. Start its workers first; builds that are known: %s."
                  .formatted(build, seconds, known.isEmpty() ? "none" : known));
    }
  }

  private int on(BiConsumer<Deployment, DeploymentSettings> work) {
    try (var connections = Connections.of(spec, Part.TEMPORAL)) {
      DeploymentSettings settings =
          connections
              .settings()
              .deployment()
              .orElseThrow(() ->
                  new Refusal(
                      "Builds are not told apart here: %s is not set. Set it for this command and for every worker, see docs/operator/upgrades.md."
                          .formatted(Variable.WORKER_DEPLOYMENT.key())));
      work.accept(new Deployment(connections.client(), settings.name()), settings);
      return 0;
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
