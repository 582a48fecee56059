package io.gatehouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.config.Variable;
import io.gatehouse.peer.Peers;
import io.gatehouse.sandbox.signin.SignInServer;
import io.gatehouse.sandbox.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services of docker-compose.yml that have to fit each other. */
class ComposeWiringTest {
  /** What no container of ours needs, with the reason. */
  private static final Set<String> NOT_FOR_CONTAINERS =
      Set.of(
          "GATEHOUSE_CLOCK", // a demo's
          "GATEHOUSE_HOME", // of a user
          "GATEHOUSE_WORKER_DEPLOYMENT", // two builds side by side are more than one file
          "GATEHOUSE_WORKER_BUILD",
          "GATEHOUSE_KEYS_FOLDER"); // keys come from .env

  private static final String SECRET = "GATEHOUSE_OIDC_CLIENT_SECRET";

  @TempDir private static Path folder;
  private static Map<String, String> variables = Map.of();
  private static ComposeFile compose;

  @BeforeAll
  static void read() throws IOException {
    Peers.require("compose-spec");
    variables = EnvFile.written(folder).variables();
    compose = ComposeFile.read(ComposeFile.OURS, variables, folder);
  }

  @Test
  void a_browser_and_the_trial_s_pages_find_sign_in_at_the_same_address() {
    String issuer =
        "http://127.0.0.1:8090/%s/v2.0".formatted(new Tenant(1, Clock.systemUTC()).id());

    assertThat(compose.environment("trial-starter"))
        .containsEntry("GATEHOUSE_OIDC_ISSUER", issuer)
        .containsEntry("GATEHOUSE_OIDC_CLIENT_ID", SignInServer.CLIENT_ID);
    assertThat(compose.command("trial-tenant")).containsSequence("--sign-in-port", "8090");
    assertThat(compose.service("trial-mail").path("ports").valueStream())
        .extracting(port -> port.path("published").asString(""))
        .containsExactlyInAnyOrder("8025", "8085", "8090");
    for (String name : List.of("trial-starter", "trial-tenant", "trial-worker", "trial-doctor")) {
      assertThat(compose.service(name).path("network_mode").asString(""))
          .as(name)
          .isEqualTo("service:trial-mail");
    }
    assertThat(compose.service("trial-starter").path("depends_on").propertyNames())
        .contains("trial-tenant");
  }

  @Test
  void the_secret_of_the_trial_s_sign_in_is_init_env_s_and_reaches_nobody_else() {
    String secret = variables.getOrDefault("SANDBOX_SIGN_IN_SECRET", "");

    assertThat(secret).hasSize(48);
    assertThat(compose.environment("trial-tenant")).containsEntry("SANDBOX_SIGN_IN_SECRET", secret);
    compose.services().keySet().stream()
        .filter(name -> !name.equals("trial-tenant"))
        .forEach(name -> {
          boolean holds = Set.of("trial-starter", "trial-doctor").contains(name);
          assertThat(compose.environment(name).getOrDefault(SECRET, ""))
              .as(name)
              .isEqualTo(holds ? secret : "");
        });
  }

  @Test
  void a_tenant_s_pages_never_hear_of_the_trial_s_sign_in() {
    assertThat(compose.environment("starter"))
        .containsEntry("GATEHOUSE_OIDC_ISSUER", "")
        .doesNotContainKey(SECRET);
    assertThat(ComposeFile.texts(compose.service("starter").path("profiles")))
        .containsExactly("tenant");
    assertThat(ComposeFile.texts(compose.service("trial-starter").path("profiles")))
        .containsExactly("trial");
  }

  @Test
  void the_doctor_holds_what_worker_and_pages_hold_and_nothing_of_their_owner() {
    doctor("doctor", "worker", "starter");
    doctor("trial-doctor", "trial-worker", "trial-starter");
  }

  private static void doctor(String doctor, String worker, String starter) {
    var theirs = new LinkedHashMap<>(compose.environment(worker));
    theirs.putAll(compose.environment(starter));
    // It neither listens nor draws links, and speaks instead of logging.
    theirs
        .keySet()
        .removeIf(name ->
            name.startsWith("GATEHOUSE_HEALTH_")
                || name.matches(
                    "OTEL_.*|GATEHOUSE_(LOG|PAGES_ADDRESS|PAGES_PORT|TEMPORAL_UI_URL)"));

    assertThat(compose.environment(doctor)).as(doctor).isEqualTo(theirs);
    assertThat(theirs.keySet()).noneMatch(name -> name.contains("OWNER"));
    assertThat(compose.service(doctor).path("depends_on").propertyNames())
        .as("it waits for nobody but whose network it shares")
        .isSubsetOf("trial-mail");
    assertThat(compose.service(doctor).path("volumes").valueStream())
        .as(doctor)
        .isNotEmpty()
        .allMatch(volume -> volume.path("read_only").asBoolean(false));
  }

  @Test
  void a_certificate_has_one_path_in_every_container_and_in_the_env_file() {
    assertThat(mounts("doctor"))
        .containsAll(mounts("worker"))
        .contains("/certificates/pages", "/certificates/worker");
    assertThat(mounts("starter")).contains("/certificates/pages");
    assertThat(variables)
        .containsEntry("GATEHOUSE_GRAPH_READER_CERTIFICATE", "/certificates/worker/reader.pem");
  }

  private static List<String> mounts(String service) {
    return compose
        .service(service)
        .path("volumes")
        .valueStream()
        .map(volume -> volume.path("target").asString(""))
        .toList();
  }

  @Test
  void whatever_a_tenant_s_processes_can_be_told_can_be_told_in_the_env_file() {
    var told =
        compose.services().values().stream()
            .flatMap(service -> service.path("environment").propertyNames().stream())
            .collect(Collectors.toSet());

    assertThat(Arrays.stream(Variable.values()).map(Variable::key))
        .filteredOn(
            name -> !name.startsWith("GATEHOUSE_KEYS_VAULT_")) // outside Azure there is none
        .filteredOn(name -> !name.endsWith("_FEDERATED_TOKEN")) // a platform's that is not Compose
        .filteredOn(name -> !NOT_FOR_CONTAINERS.contains(name))
        .isSubsetOf(told);
  }

  @Test
  void workers_and_pages_tell_how_they_are_and_compose_asks_them_there() {
    for (String name : List.of("worker", "starter", "trial-worker", "trial-starter")) {
      String port = compose.environment(name).getOrDefault("GATEHOUSE_HEALTH_PORT", "");
      assertThat(compose.environment(name))
          .as(name)
          .containsEntry("GATEHOUSE_HEALTH_ADDRESS", "127.0.0.1");
      assertThat(compose.healthCheck(name))
          .as(name)
          .containsExactly("http://127.0.0.1:%s/ready".formatted(port));
    }
    assertThat(compose.environment("trial-worker").get("GATEHOUSE_HEALTH_PORT"))
        .as("they share one network")
        .isNotEqualTo(compose.environment("trial-starter").get("GATEHOUSE_HEALTH_PORT"));
  }
}
