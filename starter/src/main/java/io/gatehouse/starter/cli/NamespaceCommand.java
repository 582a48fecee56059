package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.starter.serve.NamespaceRegistration;
import io.gatehouse.starter.serve.SearchAttributeRegistration;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code namespace apply}. */
@Command(
    name = "namespace",
    description = "Prepares Temporal for Gatehouse.",
    synopsisSubcommandLabel = "COMMAND")
final class NamespaceCommand {
  private static final Duration UNTIL_READY = Duration.ofSeconds(60);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "apply",
      description = {
        "Makes the namespace if it is not there, and registers what lifecycles can be searched by.",
        "Safe to repeat; a retention that somebody changed is left alone."
      })
  int apply(
      @Option(
              names = "--retention-days",
              paramLabel = "N",
              defaultValue = "30",
              description = "How long Temporal keeps closed lifecycles (default ${DEFAULT-VALUE})")
          int retentionDays) {
    if (retentionDays < 1 || retentionDays > 365) {
      throw new ParameterException(
          spec.commandLine(), "--retention-days takes 1 to 365, not " + retentionDays);
    }
    try (var connections = Connections.of(spec, Part.TEMPORAL).patient(UNTIL_READY)) {
      var client = connections.client();
      String said = NamespaceRegistration.ensure(client, Duration.ofDays(retentionDays));
      SearchAttributeRegistration.ensure(client);
      spec.commandLine().getOut().println(said + " It can be searched by Gatehouse's attributes.");
      return 0;
    }
  }
}
