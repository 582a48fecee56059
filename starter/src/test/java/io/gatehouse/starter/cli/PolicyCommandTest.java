package io.gatehouse.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.actor.AppRole;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.actor.Hand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyCommandTest extends TerminalScene {
  @Test
  void a_usable_policy_is_told_with_its_mode() {
    Ending ending = terminal.run("policy", "check", Terminal.EXAMPLE);

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).startsWith("policy.example.yaml is a usable policy, mode observe");
  }

  @Test
  void a_policy_that_cannot_be_used_ends_with_one() {
    Ending ending = terminal.run("policy", "check", "pom.xml");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).startsWith("pom.xml:").doesNotContain("\tat ");
  }

  @Test
  void applying_the_same_policy_again_makes_no_version() {
    terminal.run("policy", "apply", Terminal.EXAMPLE);
    int before = house.store.policies().newest().orElseThrow().version();
    Ending again = terminal.run("policy", "apply", Terminal.EXAMPLE);

    assertThat(again.code()).isZero();
    assertThat(again.out())
        .contains(
            "Version %d with the same content was in force already".formatted(before),
            "The steward was not looked up",
            "worker does.")
        .doesNotContain("schedules");
    assertThat(terminal.run("policy", "show").out()).contains("Version " + before, "Europe/Berlin");
  }

  @Test
  void a_policy_whose_signer_is_revoked_counts_again_once_somebody_else_applies_it()
      throws IOException {
    Hand nora = house.people.enrolled("a04a0000-0000-4000-8000-00000000000a", AppRole.OPERATOR);
    String key = nora.signer().keyId().substring(0, 12);
    Path file = Files.createTempFile("policy", ".yaml");
    file.toFile().deleteOnExit();
    Files.writeString(
        file, Files.readString(Path.of(Terminal.EXAMPLE)).replace("mode: observe", "mode: notify"));
    try {
      terminal.run(house.keyOf(nora.person().subject()), "policy", "apply", file.toString());
      assertThat(house.store.safety().current().mode()).isEqualTo("NOTIFY");

      Ending revoked =
          terminal.run(
              house.keyOf(TestPeople.ERIK), "key", "revoke", key, "--reason", "laptop lost");
      assertThat(revoked.out())
          .endsWith(
              "And now the mode counts as observe until the policy is applied again, because it is not proved who applied the policy in force (the key is revoked): ./gatehouse policy apply FILE.%n"
                  .formatted());
      assertThat(house.store.safety().current().mode()).isEqualTo("OBSERVE");

      assertThat(terminal.run("policy", "apply", file.toString()).out())
          .contains("is in force, hash", "The mode changed from observe to notify.");
      assertThat(house.store.safety().current().mode()).isEqualTo("NOTIFY");

      house.store.safety().setMode("ENFORCE", house.clock.instant(), "somebody in the database");
      assertThat(house.store.safety().current().modeFlaw()).isNotNull();
      assertThat(terminal.run("policy", "apply", Terminal.EXAMPLE).code()).isZero();
      assertThat(house.store.safety().current().modeFlaw()).as("stepping back mends it").isNull();
    } finally {
      terminal.run("policy", "apply", Terminal.EXAMPLE);
    }
  }

  @Test
  void a_steward_and_an_owner_who_cannot_be_asked_keep_a_policy_from_being_applied()
      throws IOException {
    try (var sandbox = Sandbox.start(SandboxOptions.of(7, house.clock))) {
      var tenant = sandbox.tenant();
      String steward = "steward: " + tenant.idOf(Employee.GRACE);
      String disabled = "owner: " + tenant.idOf(Employee.FRANK);

      Ending nobody = terminal.run(Terminal.graph(sandbox), "policy", "apply", Terminal.EXAMPLE);
      Ending owner =
          terminal.run(Terminal.graph(sandbox), "policy", "apply", written(steward, disabled));
      Ending good =
          terminal.run(
              Terminal.graph(sandbox),
              "policy",
              "apply",
              written(steward, "owner: " + tenant.idOf(Employee.EMMA)));

      assertThat(nobody.code()).isEqualTo(1);
      assertThat(nobody.err())
          .contains("The steward 0b9c5c1e-7d0a-4c5e-9a53-2f1a6f5e7b10 is not in the directory: ")
          .contains("The owner 7d1f64c8-2b0e-4b57-8a36-90c1e5f7a423 of an exclusion is not in ");
      assertThat(owner.code()).isEqualTo(1);
      assertThat(owner.err()).contains("has a disabled account").hasLineCount(1);
      assertThat(good.code()).isZero();
      assertThat(good.out()).doesNotContain("not looked up");
    } finally {
      terminal.run("policy", "apply", Terminal.EXAMPLE);
    }
  }

  @Test
  void a_directory_that_does_not_answer_keeps_a_policy_from_being_applied() {
    var silent =
        Map.of(
            "GATEHOUSE_GRAPH_BASE_URL", "http://127.0.0.1:1/v1.0",
            "GATEHOUSE_GRAPH_READER_KIND", "static",
            "GATEHOUSE_GRAPH_READER_TOKEN", "token");
    int before = house.store.policies().newest().orElseThrow().version();

    Ending ending = terminal.run(silent, "policy", "apply", Terminal.EXAMPLE);

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .startsWith("Nothing was done, because the directory could not be asked: GET /users/{id}")
        .hasLineCount(1);
    assertThat(house.store.policies().newest().orElseThrow().version()).isEqualTo(before);
  }

  @Test
  void another_time_of_scans_comes_into_force_with_the_schedules_and_that_is_said()
      throws IOException {
    String earlier =
        Files.readString(Path.of(Terminal.EXAMPLE)).replaceAll("dailyAt: .*", "dailyAt: \"03:17\"");
    Path file = Files.createTempFile("policy", ".yaml");
    file.toFile().deleteOnExit();
    Files.writeString(file, earlier);
    try {
      assertThat(terminal.run("policy", "apply", file.toString()).out())
          .contains("When scans run changes with: ./gatehouse schedules apply");
    } finally {
      terminal.run("policy", "apply", Terminal.EXAMPLE);
    }
  }

  /** The example with other people. */
  private static String written(String steward, String owner) throws IOException {
    String text = Files.readString(Path.of(Terminal.EXAMPLE));
    Path file = Files.createTempFile("policy", ".yaml");
    file.toFile().deleteOnExit();
    Files.writeString(
        file, text.replaceAll("(?m)^steward: .*$", steward).replaceAll("owner: [-0-9a-f]+", owner));
    return file.toString();
  }
}
