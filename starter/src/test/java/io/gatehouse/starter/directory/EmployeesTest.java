package io.gatehouse.starter.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.GraphSettings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.starter.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmployeesTest {
  private static final MovableClock CLOCK = new MovableClock(TestHouse.MORNING);

  private static Sandbox sandbox;
  private static Employees employees;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.start(SandboxOptions.of(7, CLOCK));
    employees = new Employees(DirectoryAccess.open(settings(sandbox), CLOCK));
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void an_enabled_employee_with_a_mailbox_can_be_asked() {
    assertThat(employees.unfit(id(Employee.GRACE))).isEmpty();
  }

  @Test
  void whoever_cannot_answer_is_told_apart() {
    assertThat(employees.unfit(id(Employee.FRANK))).contains("has a disabled account");
    assertThat(employees.unfit(id(Employee.IVAN)))
        .contains("has no mailbox in which a question could arrive");
    assertThat(employees.unfit(sandbox.tenant().idOf(NamedGuest.SELF_SPONSOR)))
        .contains("is a guest, and guests vouch for nobody");
    assertThat(employees.unfit("00000000-0000-4000-8000-000000000000"))
        .contains("is not in the directory");
  }

  @Test
  void settings_that_cannot_work_are_told_before_anything_is_sent() {
    var elsewhere =
        new GraphSettings("https://graph.example.com/v1.0", new GraphCredential.Static("x"), null);

    assertThatThrownBy(() -> DirectoryAccess.open(elsewhere, CLOCK))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("A static token is for the sandbox");
  }

  private static String id(Employee employee) {
    return sandbox.tenant().idOf(employee);
  }

  private static GraphSettings settings(Sandbox sandbox) {
    return new GraphSettings(
        sandbox.graph().baseUrl().toString(),
        new GraphCredential.Static(AppRegistration.OBSERVER.token()),
        null);
  }
}
