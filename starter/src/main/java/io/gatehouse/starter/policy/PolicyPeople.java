package io.gatehouse.starter.policy;

import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.Policy;
import io.gatehouse.starter.directory.Employees;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether those whom a policy names can be asked: the steward, and who owns an exclusion. */
public final class PolicyPeople {
  private final Employees employees;

  public PolicyPeople(Employees employees) {
    this.employees = employees;
  }

  /**
   * One sentence for everybody who cannot be asked. Who owned an exclusion that has ended is not
   * asked any more.
   *
   * @param today in the policy's zone
   * @throws io.gatehouse.graph.GraphException when the directory does not say
   */
  public List<String> problems(Policy policy, LocalDate today) {
    var problems = new ArrayList<String>();
    employees
        .unfit(policy.steward())
        .map(why ->
            "The steward %s %s: name an employee with a mailbox.".formatted(policy.steward(), why))
        .ifPresent(problems::add);
    policy.exclusions().stream()
        .filter(exclusion -> !exclusion.until().isBefore(today))
        .map(Exclusion::owner)
        .distinct()
        .forEach(owner ->
            employees
                .unfit(owner)
                .map(why ->
                    "The owner %s of an exclusion %s: name an employee with a mailbox."
                        .formatted(owner, why))
                .ifPresent(problems::add));
    return problems;
  }
}
