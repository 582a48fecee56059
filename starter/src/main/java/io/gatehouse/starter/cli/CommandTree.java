package io.gatehouse.starter.cli;

import io.gatehouse.config.RunningDemo;
import io.gatehouse.config.SettingsException;
import io.gatehouse.config.StartProblem;
import io.gatehouse.graph.GraphException;
import io.gatehouse.starter.actor.NotAllowed;
import io.gatehouse.starter.policy.PolicyFileException;
import io.gatehouse.store.database.StoreProblem;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** All commands, and how each ends: 0 when done, 1 with a sentence when not, 2 for wrong usage. */
public final class CommandTree {
  private static final int SECONDS_TO_CONNECT = 5;

  private CommandTree() {}

  @Command(
      name = "gatehouse",
      description = "Governance of guest accounts in Microsoft Entra ID.",
      synopsisSubcommandLabel = "COMMAND",
      subcommands = {
        ServeCommand.class,
        NamespaceCommand.class,
        MigrateCommand.class,
        ScanCommand.class,
        SchedulesCommand.class,
        ReportCommand.class,
        GuestCommand.class,
        PolicyCommand.class,
        KeyCommand.class,
        GateCommands.Pause.class,
        GateCommands.Resume.class,
        KeysCommand.class,
        ReplayCommand.class,
        DeploymentCommand.class,
        HelpCommand.class
      })
  static final class Root {
    private final Map<String, String> environment;

    Root(Map<String, String> environment) {
      this.environment = environment;
    }

    /** The environment that a command of this tree lives in. */
    static Map<String, String> environment(CommandSpec command) {
      return ((Root) command.root().userObject()).environment;
    }
  }

  /** The commands, in an environment that may be completed by a running demo. */
  public static CommandLine create(Map<String, String> environment) {
    DriverManager.setLoginTimeout(SECONDS_TO_CONNECT);
    var tree = new CommandLine(new Root(RunningDemo.orElse(environment)));
    addHelp(tree);
    return tree.registerConverter(LocalDate.class, CommandTree::day)
        .setUsageHelpWidth(80)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(CommandTree::usage)
        .setExecutionExceptionHandler(CommandTree::problem);
  }

  /** Every command takes {@code --help}. */
  private static void addHelp(CommandLine command) {
    if (!(command.getCommand() instanceof HelpCommand)) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .type(boolean.class)
                  .usageHelp(true)
                  .description("This text")
                  .build());
    }
    command.getSubcommands().values().forEach(CommandTree::addHelp);
  }

  private static int usage(ParameterException e, String[] arguments) {
    var command = e.getCommandLine();
    command.getErr().println(e.getMessage() + ".");
    command.getErr().printf("See: %s --help%n", command.getCommandSpec().qualifiedName());
    return CommandLine.ExitCode.USAGE;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'%s' is no day, give one like 2027-03-31".formatted(text));
    }
  }

  private static int problem(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(sentence(e));
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(Exception e) {
    return switch (e) {
      case Refusal refusal -> String.valueOf(refusal.getMessage());
      case NotAllowed not -> String.valueOf(not.getMessage());
      case SettingsException settings -> String.valueOf(settings.getMessage());
      case PolicyFileException policy -> String.valueOf(policy.getMessage());
      case StartProblem start -> String.valueOf(start.getMessage());
      case StoreProblem store -> String.valueOf(store.getMessage());
      case GraphException graph ->
          "Nothing was done, because the directory could not be asked: " + graph.getMessage();
      case DataAccessException _ -> "The database went away: try again when it is back.";
      case TransactionException _ -> "The database went away: try again when it is back.";
      case WorkflowServiceException _ -> "Temporal went away: try again when it is back.";
      case StatusRuntimeException _ -> "Temporal went away: try again when it is back.";
      default -> "This should not have happened, please report it: " + e;
    };
  }
}
