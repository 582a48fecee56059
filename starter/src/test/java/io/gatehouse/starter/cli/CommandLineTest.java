package io.gatehouse.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.actor.AppRole;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private static final String EXAMPLE = "../docs/operator/policy.example.yaml";

  private static TestHouse house;
  private static Map<String, String> environment;

  /** What a command came to. */
  private record Ending(int code, String out, String err) {}

  @BeforeAll
  static void open() {
    house = new TestHouse();
    environment = house.environment();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void a_usable_policy_is_told_with_its_mode() {
    Ending ending = run("policy", "check", EXAMPLE);

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).startsWith("policy.example.yaml is a usable policy, mode observe");
  }

  @Test
  void a_policy_that_cannot_be_used_ends_with_one() {
    Ending ending = run("policy", "check", "pom.xml");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).startsWith("pom.xml:").doesNotContain("\tat ");
  }

  @Test
  void applying_the_same_policy_again_makes_no_version() {
    Ending again = run("policy", "apply", EXAMPLE);

    assertThat(again.code()).isZero();
    assertThat(again.out())
        .contains(
            "Version 1 with the same content was in force already",
            "The steward was not looked up",
            "worker does.");
    assertThat(run("policy", "show").out()).contains("Version 1", "Europe/Berlin");
  }

  @Test
  void a_steward_and_an_owner_who_cannot_be_asked_keep_a_policy_from_being_applied()
      throws IOException {
    try (var sandbox = Sandbox.start(SandboxOptions.of(7, house.clock))) {
      var tenant = sandbox.tenant();
      String steward = "steward: " + tenant.idOf(Employee.GRACE);
      String disabled = "owner: " + tenant.idOf(Employee.FRANK);

      Ending nobody = run(graph(sandbox), "policy", "apply", EXAMPLE);
      Ending owner = run(graph(sandbox), "policy", "apply", written(steward, disabled));
      Ending good =
          run(
              graph(sandbox),
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
      run("policy", "apply", EXAMPLE);
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

    Ending ending = run(silent, "policy", "apply", EXAMPLE);

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .startsWith("Nothing was done, because the directory could not be asked: GET /users/{id}")
        .hasLineCount(1);
    assertThat(house.store.policies().newest().orElseThrow().version()).isEqualTo(before);
  }

  @Test
  void nobody_unfit_is_named_instead_of_a_sponsor_and_nothing_is_recorded() {
    LifecycleRow lifecycle =
        house.lifecycle(house.guest("Ann Passed On", "STALE", "IN_PROGRESS", 200), Role.SPONSOR);
    String id = lifecycle.guestId();
    try (var sandbox = Sandbox.start(SandboxOptions.of(7, house.clock))) {
      var with = graph(sandbox);
      String ivan = sandbox.tenant().idOf(Employee.IVAN);

      assertThat(run(with, "guest", "reassign", id, "--to", "ivan@x", "--reason", "x").err())
          .startsWith("\"ivan@x\" is no object id");
      assertThat(run(with, "guest", "reassign", id, "--to", id, "--reason", "x").err())
          .startsWith("Nobody attests themselves");
      assertThat(run(with, "guest", "reassign", id, "--to", ivan, "--reason", "x").err())
          .startsWith(ivan + " has no mailbox in which a question could arrive: name somebody");
      assertThat(run(with, "guest", "extend", id, "--days", "0", "--reason", "x").err())
          .startsWith("More time is at least 1 day, not 0.");
    }
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
  }

  @Test
  void a_list_fits_eighty_columns() {
    house.guest("A very long name that nobody would ever want to type again", "STALE", "KEPT", 300);
    house.guest("Tab\tand \u001b[31mcolour \u202ebackwards", "ACTIVE", "ACTIVE", 3);

    Ending ending = run("guest", "list");

    assertThat(ending.code()).isZero();
    assertThat(ending.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(ending.out()).doesNotContain("\u001b", "\t", "\u202e");
  }

  @Test
  void a_guest_is_shown_by_the_beginning_of_the_id() {
    GuestRow guest = house.guest("Ann Shown", "STALE", "IN_PROGRESS", 200);
    house.lifecycle(guest, Role.SPONSOR);

    Ending ending = run("guest", "show", guest.guestId().substring(0, 13));

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("Ann Shown: in progress", guest.guestId(), "Lifecycle ");
  }

  @Test
  void an_id_that_is_short_unknown_or_without_a_lifecycle_is_one_sentence() {
    GuestRow idle = house.guest("Ann Idle", "ACTIVE", "ACTIVE", 3);

    assertThat(run("guest", "show", "abc").err()).contains("too short");
    assertThat(run("guest", "show", "zzzzzz").err()).contains("No guest's object id begins with");
    Ending ending = run("guest", "decide", idle.guestId(), "remove", "--reason", "gone");
    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).hasLineCount(1);
  }

  @Test
  void wrong_usage_ends_with_two_and_points_at_the_help() {
    assertThat(run("guest", "decide", "abcdef", "remove").code()).isEqualTo(2);
    assertThat(run("guest", "decide", "abcdef", "perhaps", "--reason", "x").code()).isEqualTo(2);
    assertThat(run("pause").err()).contains("--reason", "See: gatehouse pause --help");
    Ending garbled = run("guest", "hold", "abcdef", "--until", "soon", "--reason", "x");
    assertThat(garbled.code()).isEqualTo(2);
    assertThat(garbled.err()).contains("--until", "soon").doesNotContain("java.");
    assertThat(run("dance").code()).isEqualTo(2);
    assertThat(run("help").out()).contains("policy", "guest", "scan", "pause");
  }

  @Test
  void every_command_takes_help() {
    for (String[] command :
        new String[][] {
          {"guest"},
          {"guest", "list"},
          {"guest", "decide"},
          {"guest", "extend"},
          {"guest", "reassign"},
          {"guest", "retry"},
          {"guest", "restore"},
          {"policy", "apply"},
          {"pause"},
          {"key"},
          {"key", "enroll"},
          {"key", "accept"},
          {"scan"},
          {"serve"},
          {"migrate"}
        }) {
      String[] asked = Arrays.copyOf(command, command.length + 1);
      asked[command.length] = "--help";
      Ending ending = run(asked);
      assertThat(ending.code()).as(String.join(" ", asked)).isZero();
      assertThat(ending.out()).contains("Usage: gatehouse " + String.join(" ", command));
    }
  }

  @Test
  void a_pause_closes_the_gate_and_stands_in_the_ledger() {
    Ending ending = run("pause", "--reason", "something looks odd");

    assertThat(ending.code()).isZero();
    assertThat(house.store.safety().current().gateIsOpen()).isFalse();
    assertThat(house.store.safety().current().gateReason()).isEqualTo("something looks odd");
    house.store.safety().openGate("end of the test", house.clock.instant(), "tester");
  }

  @Test
  void a_pause_without_a_key_closes_the_gate_too_and_says_so() {
    var nobody = Map.of("GATEHOUSE_KEY", "target/no-such.key");
    Ending ending = run(nobody, "pause", "--reason", "something looks odd");

    assertThat(ending.out()).startsWith("The gate is closed").contains("not proved");
    assertThat(house.store.safety().current().gateIsOpen()).isFalse();
    assertThat(run(nobody, "resume", "--reason", "x").err())
        .startsWith("Who you are is not proved");
    assertThat(run(nobody, "policy", "apply", EXAMPLE).err())
        .startsWith("Who you are is not proved");
    assertThat(run(nobody, "scan", "accept", "--reason", "x").err())
        .startsWith("Who you are is not proved");
    house.store.safety().openGate("end of the test", house.clock.instant(), "tester");
  }

  @Test
  void a_key_is_enrolled_accepted_by_somebody_else_and_revoked() throws IOException {
    Path file = Files.createTempDirectory("keys").resolve("new.key");
    var nora = Map.of("GATEHOUSE_KEY", file.toString());
    String subject = "a04a0000-0000-4000-8000-000000000009";

    Ending enrolled = run(nora, "key", "enroll", "--subject", subject, "--role", "operator");
    String key = enrolled.out().replaceAll("(?s)^Your key ([0-9a-f]{12}) .*$", "$1");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(run(nora, "key", "enroll", "--subject", subject, "--role", "operator").err())
        .startsWith("There is a key already in ");
    assertThat(run(nora, "policy", "apply", EXAMPLE).err()).contains("is not accepted yet");
    assertThat(run("key", "accept", key, "--reason", "x").err())
        .as("Olivia is no approver")
        .startsWith("The role Operator may not do this");
    assertThat(run(house.keyOf(TestPeople.ERIK), "key", "accept", key, "--reason", "met her").out())
        .isEqualToIgnoringNewLines("The key counts for " + subject + " as OPERATOR.");
    assertThat(run(nora, "policy", "apply", EXAMPLE).code()).isZero();
    assertThat(run("key", "list").out()).contains(subject, "the pages (pages)", "the first");
    run(house.keyOf(TestPeople.ERIK), "key", "revoke", key, "--reason", "laptop lost");
    assertThat(run(nora, "policy", "apply", EXAMPLE).err()).contains("the key is revoked");
    assertThat(run(house.keyOf(TestPeople.ERIK), "key", "accept", key, "--reason", "x").err())
        .startsWith("The key was accepted before");
  }

  @Test
  void nobody_accepts_a_key_of_their_own_under_a_second_name_or_their_own() throws IOException {
    Path file = Files.createTempDirectory("keys").resolve("second.key");
    var second = Map.of("GATEHOUSE_KEY", file.toString());
    Ending own = run(second, "key", "enroll", "--subject", TestPeople.ERIK, "--role", "approver");
    String key = own.out().replaceAll("(?s)^Your key ([0-9a-f]{12}) .*$", "$1");

    assertThat(run(house.keyOf(TestPeople.ERIK), "key", "accept", key, "--reason", "mine").err())
        .startsWith("Nobody accepts a key of their own");
    assertThat(run(second, "key", "accept", key, "--reason", "mine").err())
        .startsWith("Who you are is not proved: the key is not accepted yet");
  }

  @Test
  void trust_begins_once_and_as_the_owner_of_the_schema() {
    var owner =
        Map.of(
            "GATEHOUSE_DB_OWNER_USER", TestDatabase.OWNER,
            "GATEHOUSE_DB_OWNER_PASSWORD", TestDatabase.PASSWORD);
    String key =
        house.people.request("b0050000-0000-4000-8000-000000000001", AppRole.APPROVER).keyId();

    assertThat(run(owner, "key", "bootstrap", key, "--reason", "x").err())
        .startsWith("There is somebody who can accept keys already");
    assertThat(run("key", "bootstrap", key, "--reason", "x").err())
        .contains("GATEHOUSE_DB_OWNER_USER");
    assertThat(run(owner, "key", "bootstrap", key, "--reason", "all lost", "--again").out())
        .startsWith("Trust begins at the key of b0050000-0000-4000-8000-000000000001 as APPROVER");
  }

  @Test
  void a_key_that_others_can_read_proves_nobody() throws IOException {
    Path file = Files.createTempFile("open", ".key");
    Files.writeString(file, "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(run(Map.of("GATEHOUSE_KEY", file.toString()), "resume", "--reason", "x").err())
        .contains("can be read by others");
  }

  @Test
  void temporal_that_does_not_answer_is_named_with_its_address_and_nothing_is_recorded() {
    LifecycleRow lifecycle =
        house.lifecycle(house.guest("Ann Cut", "STALE", "IN_PROGRESS", 200), Role.SPONSOR);

    Ending ending = run("guest", "decide", lifecycle.guestId(), "remove", "--reason", "gone");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .isEqualToIgnoringNewLines(
            "Temporal does not answer at 127.0.0.1:1: start it, or set GATEHOUSE_TEMPORAL_TARGET to where it is.");
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
  }

  @Test
  void settings_that_are_missing_come_all_at_once() {
    var err = new StringWriter();
    int code =
        CommandTree.create(Map.of("GATEHOUSE_HOME", "target/no-demo"))
            .setErr(new PrintWriter(err, true))
            .execute("guest", "list");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("GATEHOUSE_TENANT", "GATEHOUSE_DB_URL", "GATEHOUSE_DB_USER")
        .doesNotContain("\tat ");
  }

  /** Access to the sandbox's directory. */
  private static Map<String, String> graph(Sandbox sandbox) {
    return Map.of(
        "GATEHOUSE_GRAPH_BASE_URL", sandbox.graph().baseUrl().toString(),
        "GATEHOUSE_GRAPH_READER_KIND", "static",
        "GATEHOUSE_GRAPH_READER_TOKEN", AppRegistration.OBSERVER.token());
  }

  /** The example with other people. */
  private static String written(String steward, String owner) throws IOException {
    String text = Files.readString(Path.of(EXAMPLE));
    Path file = Files.createTempFile("policy", ".yaml");
    file.toFile().deleteOnExit();
    Files.writeString(
        file, text.replaceAll("(?m)^steward: .*$", steward).replaceAll("owner: [-0-9a-f]+", owner));
    return file.toString();
  }

  private static Ending run(String... arguments) {
    return run(Map.of(), arguments);
  }

  private static Ending run(Map<String, String> more, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var with = new HashMap<>(environment);
    with.put("GATEHOUSE_TEMPORAL_TARGET", "127.0.0.1:1");
    with.putAll(more);
    int code =
        CommandTree.create(with)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ending(code, out.toString(), err.toString());
  }
}
