package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.policy.Policy;
import io.gatehouse.starter.directory.Employees;
import io.gatehouse.starter.gate.Waiting;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.starter.policy.PolicyApplication;
import io.gatehouse.starter.policy.PolicyFile;
import io.gatehouse.starter.policy.PolicyPeople;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.TenantSchedules;
import io.gatehouse.store.Store;
import io.gatehouse.store.policy.PolicyRow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code policy check}, {@code policy apply} and {@code policy show}. */
@Command(
    name = "policy",
    description = "Checks a policy file, puts it into force, shows the one in force.",
    synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "check", description = "Tells every problem of a policy file, by line.")
  int check(@Parameters(paramLabel = "FILE", description = "A YAML file") Path file) {
    PolicyFile policy = read(file);
    spec.commandLine()
        .getOut()
        .printf(
            "%s is a usable policy, mode %s, hash %s.%n",
            file.getFileName(), mode(policy), shortHash(policy.hash()));
    return 0;
  }

  @Command(name = "apply", description = "Puts a policy file into force.")
  int apply(@Parameters(paramLabel = "FILE", description = "A YAML file") Path file) {
    PolicyFile policy = read(file);
    PrintWriter out = spec.commandLine().getOut();
    try (var connections = Connections.of(spec, Part.DATABASE, Part.TEMPORAL)) {
      String unchecked = askDirectory(policy.policy(), connections);
      List<HouseSchedule> before = schedules(connections);
      var result =
          new PolicyApplication(connections.store(), connections.clock())
              .apply(policy, new Keyboard(connections).proved());
      out.printf(
          result.isNew()
              ? "Version %d is in force, hash %s.%n"
              : "Version %d with the same content was in force already, hash %s.%n",
          result.version(),
          shortHash(policy.hash()));
      out.print(unchecked);
      if (!before.equals(schedules(connections))) {
        out.println("When scans run changes with: ./gatehouse schedules apply");
      }
      if (!result.mode().equals(result.modeBefore())) {
        out.printf(
            "The mode changed from %s to %s.%n",
            result.modeBefore().toLowerCase(Locale.ROOT), result.mode().toLowerCase(Locale.ROOT));
        wake(connections, out);
      }
      return 0;
    }
  }

  private static List<HouseSchedule> schedules(Connections connections) {
    return TenantSchedules.of(connections.store(), connections.settings().tenant());
  }

  /**
   * Refuses a policy whose people cannot be asked.
   *
   * @return what to say about people who could not be checked; empty when they were
   */
  private static String askDirectory(Policy policy, Connections connections) {
    Optional<DirectoryReader> directory = connections.directory();
    if (directory.isEmpty()) {
      return "The steward was not looked up, no access to Microsoft Graph is set here: worker does."
          + System.lineSeparator();
    }
    LocalDate today = LocalDate.ofInstant(connections.clock().instant(), policy.zone());
    List<String> problems =
        new PolicyPeople(new Employees(directory.get())).problems(policy, today);
    if (!problems.isEmpty()) {
      throw new Refusal(String.join(System.lineSeparator(), problems));
    }
    return "";
  }

  /** Lifecycles that wait for the mode; where Temporal is away the next scan tells them. */
  private static void wake(Connections connections, PrintWriter out) {
    Store store = connections.store();
    if (!store.lifecycleList().waitingForGate().isEmpty()) {
      out.printf(
          "%d waiting lifecycles look again.%n", new Waiting(store, connections.client()).wake());
    }
  }

  @Command(name = "show", description = "Shows the policy in force.")
  int show() {
    PrintWriter out = spec.commandLine().getOut();
    try (var connections = Connections.of(spec, Part.DATABASE, Part.TEMPORAL)) {
      var store = connections.store();
      PolicyRow row =
          store
              .policies()
              .newest()
              .orElseThrow(
                  () -> new Refusal("No policy is in force: write one and run policy apply FILE."));
      var at =
          new Calendar(AppliedPolicy.zone(row), connections.clock().instant())
              .moment(row.appliedAt());
      out.printf(
          "Version %d, applied %s by %s%nHash %s%n%n",
          row.version(), at.words(), Table.clean(row.appliedBy()), row.hash());
      var json = JsonMapper.builder().build();
      out.println(
          json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(row.body())));
      return 0;
    }
  }

  private PolicyFile read(Path file) {
    return PolicyFile.read(file, PagesClock.orSystem(CommandTree.Root.environment(spec)));
  }

  private static String mode(PolicyFile policy) {
    return policy.policy().mode().name().toLowerCase(Locale.ROOT);
  }

  private static String shortHash(String hash) {
    return hash.substring(0, 12);
  }
}
