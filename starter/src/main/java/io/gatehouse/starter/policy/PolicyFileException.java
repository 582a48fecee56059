package io.gatehouse.starter.policy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A policy file that cannot be used; the message has one line per problem, by line. */
public final class PolicyFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<PolicyProblem> problems;

  PolicyFileException(String file, List<PolicyProblem> found) {
    super(
        sorted(found).stream().map(problem -> problem.in(file)).collect(Collectors.joining("\n")));
    this.problems = sorted(found);
  }

  public List<PolicyProblem> problems() {
    return problems;
  }

  private static List<PolicyProblem> sorted(List<PolicyProblem> found) {
    return found.stream()
        .distinct()
        .sorted(Comparator.comparingInt(PolicyProblem::line).thenComparing(PolicyProblem::path))
        .toList();
  }
}
