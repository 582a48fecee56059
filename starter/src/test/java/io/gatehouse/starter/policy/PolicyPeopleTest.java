package io.gatehouse.starter.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.GraphSettings;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.Policy;
import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.directory.DirectoryAccess;
import io.gatehouse.starter.directory.Employees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PolicyPeopleTest {
  private static final MovableClock CLOCK = new MovableClock(TestHouse.MORNING);
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private static Sandbox sandbox;
  private static PolicyPeople people;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.start(SandboxOptions.of(7, CLOCK));
    var settings =
        new GraphSettings(
            sandbox.graph().baseUrl().toString(),
            new GraphCredential.Static(AppRegistration.OBSERVER.token()),
            null);
    people = new PolicyPeople(new Employees(DirectoryAccess.open(settings, CLOCK)));
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void people_who_can_be_asked_are_no_problem() {
    assertThat(people.problems(policy(Employee.GRACE, Employee.EMMA), TODAY)).isEmpty();
  }

  @Test
  void everybody_who_cannot_is_told_at_once() {
    assertThat(people.problems(policy(Employee.IVAN, Employee.FRANK), TODAY))
        .containsExactly(
            "The steward %s has no mailbox in which a question could arrive: name an employee with a mailbox."
                .formatted(id(Employee.IVAN)),
            "The owner %s of an exclusion has a disabled account: name an employee with a mailbox."
                .formatted(id(Employee.FRANK)));
  }

  @Test
  void who_owns_several_exclusions_is_told_once() {
    Policy one = policy(Employee.GRACE, Employee.FRANK);
    var twice = List.of(one.exclusions().getFirst(), one.exclusions().getFirst());

    assertThat(people.problems(with(one, twice), TODAY)).hasSize(1);
  }

  @Test
  void who_owned_an_exclusion_that_has_ended_may_have_left() {
    Policy policy = policy(Employee.GRACE, Employee.FRANK);
    LocalDate last = policy.exclusions().getFirst().until();

    assertThat(people.problems(policy, last)).hasSize(1);
    assertThat(people.problems(policy, last.plusDays(1))).isEmpty();
  }

  /** The example with these people. */
  private static Policy policy(Employee steward, Employee owner) {
    try {
      String text =
          Files.readString(Path.of("..", "docs", "operator", "policy.example.yaml"))
              .replaceAll("(?m)^steward: .*$", "steward: " + id(steward))
              .replaceAll("owner: [-0-9a-f]+", "owner: " + id(owner));
      return PolicyFile.parse(text, "policy.yaml", CLOCK).policy();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Policy with(Policy policy, List<Exclusion> exclusions) {
    return new Policy(
        policy.mode(),
        policy.zone(),
        policy.steward(),
        policy.triggers(),
        policy.asking(),
        policy.removal(),
        policy.caps(),
        policy.scan(),
        policy.guards(),
        exclusions);
  }

  private static String id(Employee employee) {
    return sandbox.tenant().idOf(employee);
  }
}
