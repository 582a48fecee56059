package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.starter.replay.Choice;
import io.gatehouse.starter.replay.Replayed;
import io.gatehouse.starter.replay.Replayer;
import io.gatehouse.temporal.Implementations;
import io.temporal.api.common.v1.WorkflowExecution;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code replay}: what an operator runs with a new build before it is deployed. */
@Command(
    name = "replay",
    description = {
      "Replays the histories of this namespace's workflows with this build, and changes nothing.",
      "Ends with 0 when all went the same way, 1 when one did not, 2 when there was none."
    })
final class ReplayCommand implements Callable<Integer> {
  private static final int NOTHING_CHECKED = 2;
  private static final int NAMED = 20;
  private static final int STEP = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--closed",
      description = "Also workflows that closed and that Temporal remembers still")
  private boolean closed;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most N of each type, the newest first")
  private @Nullable Integer limit;

  @Option(names = "--sample", description = "With --limit: any N of each type, not the newest")
  private boolean sample;

  @Override
  public Integer call() {
    Choice choice = choice();
    try (var connections = Connections.of(spec, Part.TEMPORAL).realTime("replay");
        var replayer = new Replayer(connections.client(), Implementations.all())) {
      return check(replayer, choice);
    }
  }

  private Choice choice() {
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit takes 1 or more, not " + limit);
    }
    if (sample && limit == null) {
      throw new ParameterException(spec.commandLine(), "--sample needs --limit N");
    }
    return new Choice(closed, limit == null ? Integer.MAX_VALUE : limit, sample);
  }

  private int check(Replayer replayer, Choice choice) {
    var table = new Table(List.of("WORKFLOW", "REPLAYED", "FAILED"), 30, 10, 10);
    int replayed = 0;
    int failed = 0;
    for (String type : replayer.types()) {
      Count count = check(replayer, type, replayer.executions(type, choice));
      table.row(List.of(type, String.valueOf(count.replayed), String.valueOf(count.failed)));
      replayed += count.replayed;
      failed += count.failed;
    }
    out().println(table.text());
    out().println(verdict(replayed, failed));
    return failed > 0 ? 1 : replayed == 0 ? NOTHING_CHECKED : 0;
  }

  private static final class Count {
    int replayed;
    int failed;
  }

  private Count check(Replayer replayer, String type, List<WorkflowExecution> executions) {
    var count = new Count();
    for (WorkflowExecution execution : executions) {
      switch (replayer.replay(execution)) {
        case Replayed.Same _ -> count.replayed++;
        case Replayed.Gone _ -> {}
        case Replayed.Diverged other -> failed(count, execution, "goes another way", other.what());
        case Replayed.Unread unread ->
            failed(count, execution, "could not be replayed", unread.why());
      }
      int done = count.replayed + count.failed;
      if (done % STEP == 0) {
        out().printf("%s: %d of %d%n", type, done, executions.size());
        out().flush();
      }
    }
    return count;
  }

  private void failed(Count count, WorkflowExecution execution, String how, String why) {
    if (++count.failed <= NAMED) {
      out()
          .printf(
              "%s (run %s) %s:%n  %s%n",
              execution.getWorkflowId(), execution.getRunId(), how, Table.clean(why));
    } else if (count.failed == NAMED + 1) {
      out().println("More of them failed; they are counted below.");
    }
  }

  private static String verdict(int replayed, int failed) {
    if (failed > 0) {
      return """
      Do not deploy this build. Where a workflow goes another way, its code changed in front of running \
      workflows: put the change behind Workflow.getVersion and replay again. Where one could not be read, give \
      this command the keys that the workers have (GATEHOUSE_KEYS_…). See docs/operator/upgrades.md.\
      """;
    }
    return replayed == 0
        ? "There was nothing to replay in this namespace: nothing is proved. With --closed also closed workflows are."
        : "This build understands what it would take over: %d workflow(s), none went another way."
            .formatted(replayed);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
