package io.gatehouse.doctor;

import io.gatehouse.config.RunningDemo;
import io.gatehouse.config.SettingsException;
import io.gatehouse.config.StartProblem;
import io.gatehouse.graph.GraphException;
import io.gatehouse.store.database.StoreProblem;
import java.io.PrintStream;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at what this process's settings lead to, one line per finding. */
public final class Doctor {
  private static final int SECONDS_TO_CONNECT = 5;

  private static final String USAGE =
      """
      Usage: ./gatehouse doctor
      Looks whether everything that the settings of this environment lead to is there and right:
      PostgreSQL, Temporal, schedules, payload keys, mail, Microsoft Graph, pages. Changes nothing.
      Ends with 0 when nothing is wrong, 1 when something is, 2 for wrong usage.\
      """;

  private final List<Examination> examinations;
  private final PrintStream out;
  private int wrong;
  private int notes;

  Doctor(List<Examination> examinations, PrintStream out) {
    this.examinations = examinations;
    this.out = out;
  }

  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      boolean help = List.of("-h", "--help").contains(arguments[0]);
      (help ? System.out : System.err).println(USAGE);
      System.exit(help ? 0 : 2);
    }
    System.exit(examine(System.getenv(), System.out) ? 0 : 1);
  }

  /**
   * Looks at everything.
   *
   * @return whether nothing is wrong
   */
  public static boolean examine(Map<String, String> environment, PrintStream out) {
    DriverManager.setLoginTimeout(SECONDS_TO_CONNECT);
    try (var ground = new Ground(RunningDemo.orElse(environment))) {
      return new Doctor(Rounds.of(ground), out).run();
    }
  }

  boolean run() {
    for (Examination each : examinations) {
      out.println(each.subject());
      findings(each).forEach(this::print);
    }
    out.println();
    out.println(sum());
    return wrong == 0;
  }

  private static List<Finding> findings(Examination each) {
    try {
      return each.look();
    } catch (SettingsException settings) {
      var problems = new ArrayList<Finding>();
      settings.problems().forEach(problem -> problems.add(Finding.wrong(problem.sentence())));
      return problems;
    } catch (StartProblem | StoreProblem | GraphException problem) {
      return List.of(Finding.wrong(String.valueOf(problem.getMessage())));
    } catch (RuntimeException e) {
      return List.of(Finding.wrong("This could not be looked at: " + e));
    }
  }

  private void print(Finding finding) {
    wrong += finding.grade() == Finding.Grade.WRONG ? 1 : 0;
    notes += finding.grade() == Finding.Grade.NOTE ? 1 : 0;
    out.printf(
        "  %-6s %s%n",
        finding.grade().word(), finding.words().strip().replace("\n", "\n         "));
  }

  private String sum() {
    String also = notes == 0 ? "" : notes == 1 ? ", 1 note" : ", %d notes".formatted(notes);
    return switch (wrong) {
      case 0 -> "Nothing is wrong%s.".formatted(also);
      case 1 -> "1 thing is wrong%s.".formatted(also);
      default -> "%d things are wrong%s.".formatted(wrong, also);
    };
  }
}
