package io.gatehouse.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.config.Variable;
import io.gatehouse.peer.Peers;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What docker-compose.yml promises, service by service. */
class ComposeFileTest {
  private static final Set<String> HOSTS_TOOLS =
      Set.of("pg_isready", "nc", "wget", "java", "/mailpit");

  @TempDir private static Path folder;
  private static String text = "";
  private static Map<String, String> variables = Map.of();
  private static Map<String, JsonNode> services = Map.of();
  private static ComposeFile compose;

  @BeforeAll
  static void read() throws IOException {
    Peers.require("compose-spec");
    text = Files.readString(ComposeFile.OURS);
    variables = EnvFile.written(folder).variables();
    compose = ComposeFile.read(ComposeFile.OURS, variables, folder);
    services = compose.services();
  }

  /** Long-running services; the others run once and end. */
  private static Map<String, JsonNode> lasting() {
    return services.entrySet().stream()
        .filter(each -> each.getValue().has("restart") || each.getKey().equals("trial-tenant"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void the_published_schema_takes_the_file_and_refuses_a_slip() throws IOException {
    Path slip = folder.resolve("slip.yml");
    Files.writeString(
        slip, text.replace("  postgres:\n    <<", "  postgres:\n    imagge: x\n    <<"));

    assertThat(services).hasSize(21);
    assertThatThrownBy(() -> ComposeFile.read(slip, variables, folder))
        .hasMessageContaining("imagge");
  }

  @Test
  void every_variable_is_written_by_init_env_and_none_is_written_for_nobody() {
    var asked = ComposeFile.variablesIn(text);
    asked.add("COMPOSE_PROFILES"); // compose reads it itself

    assertThat(variables.keySet()).containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void every_variable_of_ours_is_one_that_gatehouse_knows() {
    var known = Arrays.stream(Variable.values()).map(Variable::key).collect(Collectors.toSet());
    var given = new TreeSet<String>();
    services.keySet().stream()
        .filter(name -> !name.equals("postgres")) // its names are the init script's
        .forEach(name -> given.addAll(compose.environment(name).keySet()));
    given.removeIf(name -> !name.startsWith("GATEHOUSE_"));

    assertThat(known).containsAll(given);
    assertThat(given).hasSizeGreaterThan(30);
  }

  @Test
  void what_is_published_is_published_on_this_machine_only() {
    var ports =
        services.values().stream().flatMap(service -> service.path("ports").valueStream()).toList();

    assertThat(ports).hasSize(5);
    assertThat(ports).allMatch(port -> port.path("host_ip").asString("").equals("127.0.0.1"));
    assertThat(compose.service("temporal").path("ports")).isEmpty();
    assertThat(compose.service("postgres").path("ports")).isEmpty();
  }

  @Test
  void nobody_runs_as_root_with_capabilities_or_a_file_system_to_write_to() {
    services.forEach((name, service) -> {
      assertThat(service.path("user").asString("")).as(name).matches("[1-9]\\d*:[1-9]\\d*");
      assertThat(service.path("read_only").asBoolean(false)).as(name).isTrue();
      assertThat(ComposeFile.texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
      assertThat(ComposeFile.texts(service.path("security_opt")))
          .as(name)
          .containsExactly("no-new-privileges:true");
      assertThat(service.has("privileged")).as(name).isFalse();
    });
  }

  @Test
  void every_image_is_pinned_to_a_version_and_ours_to_the_one_of_the_build() throws IOException {
    String pom = Files.readString(EnvFile.HOUSE.resolve("pom.xml"));

    services.forEach((name, service) -> {
      String image = service.path("image").asString("");
      assertThat(image).as(name).matches(".+:v?\\d+\\.\\d+.*");
      if (image.startsWith("gatehouse-")) {
        String version = image.substring(image.indexOf(':') + 1);
        assertThat(pom).contains("<version>" + version + "</version>");
        assertThat(image).startsWith("gatehouse-" + service.at("/build/target").asString("?"));
      }
    });
  }

  @Test
  void every_lasting_service_has_a_health_check_with_a_tool_that_its_image_has() {
    assertThat(lasting().keySet())
        .containsExactlyInAnyOrder(
            "postgres",
            "temporal",
            "ui",
            "worker",
            "starter",
            "trial-mail",
            "trial-tenant",
            "trial-worker",
            "trial-starter");
    lasting()
        .forEach((name, service) -> {
          List<String> test = ComposeFile.texts(service.at("/healthcheck/test"));
          assertThat(test).as(name).hasSizeGreaterThan(1);
          assertThat(test.getFirst()).as(name).isEqualTo("CMD");
          assertThat(HOSTS_TOOLS).as(name).contains(test.get(1));
        });
  }

  @Test
  void workers_have_more_time_to_stop_than_attempts_take_to_finish() {
    for (String name : List.of("worker", "trial-worker")) {
      assertThat(compose.service(name).path("stop_grace_period").asString("")).isEqualTo("60s");
    }
  }

  @Test
  void volumes_are_named_and_held_by_those_whose_they_are() {
    assertThat(compose.root().path("volumes").propertyNames())
        .containsExactlyInAnyOrder("postgres", "pages-key", "operator-key");
    writers("postgres", "postgres");
    writers("pages-key", "starter", "trial-starter", "first-keys", "trial-keys");
    writers("operator-key", "cli", "first-keys", "trial-keys");
    assertThat(mounts())
        .filteredOn(mount -> mount.get("type").asString("").equals("bind"))
        .isNotEmpty()
        .allMatch(mount -> mount.path("read_only").asBoolean(false));
  }

  private static void writers(String volume, String... names) {
    var writing =
        services.entrySet().stream()
            .filter(each ->
                each.getValue()
                    .path("volumes")
                    .valueStream()
                    .anyMatch(mount ->
                        mount.path("source").asString("").equals(volume)
                            && !mount.path("read_only").asBoolean(false)))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(writing).as(volume).containsExactlyInAnyOrder(names);
  }

  private static List<JsonNode> mounts() {
    return services.values().stream()
        .flatMap(service -> service.path("volumes").valueStream())
        .toList();
  }

  @Test
  void a_file_that_is_mounted_is_in_the_repository() {
    var ours =
        mounts().stream()
            .map(volume -> volume.path("source").asString(""))
            .filter(source -> source.contains("/deploy/"))
            .map(source -> EnvFile.HOUSE.resolve(folder.relativize(Path.of(source))))
            .toList();

    assertThat(ours).isNotEmpty().allMatch(Files::isRegularFile);
  }

  @Test
  void a_secret_is_where_its_work_is_and_nowhere_else() {
    secret("POSTGRES_PASSWORD", "postgres");
    secret("TEMPORAL_DB_PASSWORD", "postgres", "temporal-schema", "temporal");
    secret("GATEHOUSE_DB_OWNER_PASSWORD", "postgres", "migrate", "first-keys", "trial-keys");
    secret(
        "GATEHOUSE_DB_PASSWORD",
        "postgres",
        "worker",
        "starter",
        "cli",
        "first-keys",
        "doctor",
        "trial-keys",
        "trial-worker",
        "trial-starter",
        "trial-doctor",
        "trial-policy",
        "trial-scan",
        "trial-scan-again",
        "trial-schedules");
    secret(
        "GATEHOUSE_DB_READER_PASSWORD",
        "postgres",
        "starter",
        "doctor",
        "trial-starter",
        "trial-doctor");
    secret("SANDBOX_SIGN_IN_SECRET", "trial-tenant", "trial-starter", "trial-doctor");
    for (String workers : variables.keySet()) {
      if (workers.startsWith("GATEHOUSE_GRAPH_") || workers.startsWith("GATEHOUSE_MAIL_")) {
        secret(workers, "worker", "doctor");
      }
    }
  }

  private static void secret(String variable, String... holders) {
    var asking =
        services.entrySet().stream()
            .filter(each ->
                ComposeFile.variablesIn(each.getValue().path("environment").toString())
                    .contains(variable))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(asking).as(variable).containsExactlyInAnyOrder(holders);
  }

  @Test
  void the_trial_is_a_sandbox_in_a_namespace_of_its_own_whatever_the_env_file_says() {
    var tenant = new Tenant(1, Clock.systemUTC());
    for (String name :
        List.of(
            "trial-worker",
            "trial-starter",
            "trial-doctor",
            "trial-keys",
            "trial-policy",
            "trial-scan",
            "trial-scan-again",
            "trial-schedules")) {
      assertThat(compose.environment(name))
          .as(name)
          .containsEntry("GATEHOUSE_TENANT", tenant.id())
          .containsEntry("GATEHOUSE_TEMPORAL_NAMESPACE", "gatehouse-trial");
    }
    assertThat(variables)
        .containsEntry("GATEHOUSE_TENANT", tenant.id())
        .containsEntry("GATEHOUSE_TEMPORAL_NAMESPACE", "gatehouse-trial")
        .containsEntry("COMPOSE_PROFILES", "trial");
    assertThat(compose.environment("trial-worker"))
        .containsEntry("GATEHOUSE_GRAPH_READER_TOKEN", AppRegistration.OBSERVER.token())
        .containsEntry("GATEHOUSE_GRAPH_LOOKER_TOKEN", AppRegistration.LOOKER.token())
        .containsEntry("GATEHOUSE_GRAPH_WRITER_TOKEN", AppRegistration.ACTOR.token());
  }

  @Test
  void nobody_waits_for_a_service_of_another_profile() {
    var started = new TreeMap<>(services);
    started.remove("trial-doctor"); // only run by hand, beside a trial that runs
    started.forEach((name, service) ->
        service
            .path("depends_on")
            .propertyNames()
            .forEach(other -> {
              var needs = ComposeFile.texts(compose.service(other).path("profiles"));
              assertThat(
                      needs.isEmpty() || needs.equals(ComposeFile.texts(service.path("profiles"))))
                  .as("%s waits for %s", name, other)
                  .isTrue();
            }));
  }
}
