package io.gatehouse.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who somebody is on the command line: as whom an enrolled key says, until it is revoked. */
class ProvedByKeyTest extends TerminalScene {
  @Test
  void a_key_is_enrolled_accepted_by_two_others_and_revoked() throws IOException {
    Path file = Files.createTempDirectory("keys").resolve("new.key");
    var nora = Map.of("GATEHOUSE_KEY", file.toString());
    String subject = "a04a0000-0000-4000-8000-000000000009";

    Ending enrolled =
        terminal.run(nora, "key", "enroll", "--subject", subject, "--role", "operator");
    String key = enrolled.out().replaceAll("(?s)^Your key ([0-9a-f]{12}) .*$", "$1");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(
            terminal.run(nora, "key", "enroll", "--subject", subject, "--role", "operator").err())
        .startsWith("There is a key already in ");
    assertThat(terminal.run(nora, "policy", "apply", Terminal.EXAMPLE).err())
        .contains("is not accepted by any approver");
    assertThat(terminal.run("key", "accept", key, "--reason", "x").err())
        .as("Olivia is no approver")
        .startsWith("The role Operator may not do this");
    assertThat(
            terminal
                .run(house.keyOf(TestPeople.ERIK), "key", "accept", key, "--reason", "met her")
                .out())
        .isEqualToIgnoringNewLines(
            "Your word is recorded: the key is accepted by one approver and needs a second.");
    assertThat(
            terminal
                .run(house.keyOf(TestPeople.ERIK), "key", "accept", key, "--reason", "again")
                .err())
        .startsWith("You have accepted this key before");
    assertThat(terminal.run(nora, "policy", "apply", Terminal.EXAMPLE).err())
        .contains("needs a second");
    assertThat(
            terminal
                .run(house.keyOf(TestPeople.ADA), "key", "accept", key, "--reason", "met her too")
                .out())
        .isEqualToIgnoringNewLines("The key counts for " + subject + " as OPERATOR.");
    assertThat(terminal.run(nora, "policy", "apply", Terminal.EXAMPLE).code()).isZero();
    assertThat(terminal.run("key", "list").out())
        .contains(
            subject,
            "the pages (pages)",
            "counts: trust begins here",
            "counts: accepted by " + TestPeople.ERIK + ", " + TestPeople.ADA);
    terminal.run(house.keyOf(TestPeople.ERIK), "key", "revoke", key, "--reason", "laptop lost");
    assertThat(terminal.run(nora, "policy", "apply", Terminal.EXAMPLE).err())
        .contains("the key is revoked");
  }

  @Test
  void nobody_accepts_a_key_of_their_own_under_a_second_name_or_their_own() throws IOException {
    Path file = Files.createTempDirectory("keys").resolve("second.key");
    var second = Map.of("GATEHOUSE_KEY", file.toString());
    Ending own =
        terminal.run(second, "key", "enroll", "--subject", TestPeople.ERIK, "--role", "approver");
    String key = own.out().replaceAll("(?s)^Your key ([0-9a-f]{12}) .*$", "$1");

    assertThat(
            terminal
                .run(house.keyOf(TestPeople.ERIK), "key", "accept", key, "--reason", "mine")
                .err())
        .startsWith("Nobody accepts a key of their own");
    assertThat(terminal.run(second, "key", "accept", key, "--reason", "mine").err())
        .startsWith("Who you are is not proved: the key is not accepted by any approver");
  }

  @Test
  void trust_begins_once_and_as_the_owner_of_the_schema() {
    var owner =
        Map.of(
            "GATEHOUSE_DB_OWNER_USER", TestDatabase.OWNER,
            "GATEHOUSE_DB_OWNER_PASSWORD", TestDatabase.PASSWORD);
    String key =
        house.people.request("b0050000-0000-4000-8000-000000000001", AppRole.APPROVER).keyId();

    assertThat(terminal.run(owner, "key", "bootstrap", key, "--reason", "x").err())
        .startsWith("There are two approvers who can accept keys already");
    assertThat(terminal.run("key", "bootstrap", key, "--reason", "x").err())
        .contains("GATEHOUSE_DB_OWNER_USER");
    assertThat(
            terminal.run(owner, "key", "bootstrap", key, "--reason", "all lost", "--again").out())
        .startsWith("Trust begins at the key of b0050000-0000-4000-8000-000000000001 as APPROVER");
  }

  @Test
  void an_approver_lets_no_key_of_pages_count() {
    String pages = house.people.pages.keyId();

    assertThat(
            terminal
                .run(house.keyOf(TestPeople.ERIK), "key", "accept", pages, "--reason", "x")
                .err())
        .startsWith("A key of pages speaks for anybody: only the owner of the schema");
  }

  @Test
  void a_key_that_others_can_read_proves_nobody() throws IOException {
    Path file = Files.createTempFile("open", ".key");
    Files.writeString(file, "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(
            terminal.run(Map.of("GATEHOUSE_KEY", file.toString()), "resume", "--reason", "x").err())
        .contains("can be read by others");
  }

  @Test
  void a_pause_without_a_key_closes_the_gate_too_and_says_so() {
    var nobody = Map.of("GATEHOUSE_KEY", "target/no-such.key");
    Ending ending = terminal.run(nobody, "pause", "--reason", "something looks odd");

    assertThat(ending.out()).startsWith("The gate is closed").contains("not proved");
    assertThat(house.store.safety().current().gateIsOpen()).isFalse();
    assertThat(terminal.run(nobody, "resume", "--reason", "x").err())
        .startsWith("Who you are is not proved");
    assertThat(terminal.run(nobody, "policy", "apply", Terminal.EXAMPLE).err())
        .startsWith("Who you are is not proved");
    assertThat(terminal.run(nobody, "scan", "accept", "--reason", "x").err())
        .startsWith("Who you are is not proved");
    house.people.openGate();
  }
}
