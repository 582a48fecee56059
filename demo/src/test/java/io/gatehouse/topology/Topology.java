package io.gatehouse.topology;

import static io.gatehouse.topology.Places.Place.FRONTEND_HTTP;
import static io.gatehouse.topology.Places.Place.FRONTEND_MEMBERSHIP;
import static io.gatehouse.topology.Places.Place.HEALTH;
import static io.gatehouse.topology.Places.Place.HISTORY_GRPC;
import static io.gatehouse.topology.Places.Place.HISTORY_MEMBERSHIP;
import static io.gatehouse.topology.Places.Place.MAIL;
import static io.gatehouse.topology.Places.Place.MATCHING_GRPC;
import static io.gatehouse.topology.Places.Place.MATCHING_MEMBERSHIP;
import static io.gatehouse.topology.Places.Place.OTHER_HEALTH;
import static io.gatehouse.topology.Places.Place.PAGES;
import static io.gatehouse.topology.Places.Place.PAGES_HEALTH;
import static io.gatehouse.topology.Places.Place.POSTGRES;
import static io.gatehouse.topology.Places.Place.TEMPORAL;
import static io.gatehouse.topology.Places.Place.UI;
import static io.gatehouse.topology.Places.Place.WORKER_GRPC;
import static io.gatehouse.topology.Places.Place.WORKER_MEMBERSHIP;
import static java.util.Objects.requireNonNull;

import io.gatehouse.peer.Peers;
import io.gatehouse.sandbox.mail.PostOffice;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The services of {@code docker compose --profile trial up}, in its order, as processes of this
 * machine. Each gets the environment of its service and nothing else; addresses alone differ. The
 * mail catcher is the sandbox's mail server, in the test's own process, which reads the mails.
 */
final class Topology implements AutoCloseable {
  final Places places = new Places();
  final PostgresServer postgres;
  final PostOffice mail;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Path folder;
  private final ComposeFile compose;
  private @Nullable Program temporal;
  private boolean closed;

  Topology(Path folder, ComposeFile compose) {
    this.folder = folder;
    this.compose = compose;
    // A test that is cut off leaves no servers behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::closeQuietly));
    this.postgres = keep(new PostgresServer(places, compose.environment("postgres")));
    this.mail = keep(new PostOffice(places.port(MAIL)));
  }

  /** Everything up to an idle house. */
  void start() {
    Program sandbox =
        jvm(Jvm.SANDBOX, "trial-tenant", places.here(compose.command("trial-tenant")), Map.of());
    keep(sandbox);
    schema();
    temporal =
        keep(
            program(
                "temporal",
                List.of(Peers.program("temporal-server").toString(), "start"),
                temporalHere()));
    temporal.listening(places.port(TEMPORAL));
    Program namespace = jvm(Jvm.STARTER, "namespace", List.of(), Map.of());
    Program migrate = jvm(Jvm.STARTER, "migrate", List.of(), Map.of());
    namespace.ended();
    migrate.ended();
    keep(ui()).listening(places.port(UI));
    sandbox.saying("Graph");
  }

  /** The Temporal server dies and is started again. */
  void temporalAgain() {
    requireNonNull(temporal).again().listening(places.port(TEMPORAL));
  }

  /** Runs the schema's one-shot; a second time it finds nothing to do. */
  String schema() {
    return program(
            "temporal-schema",
            List.of("sh", EnvFile.HOUSE.resolve("deploy/temporal/schema.sh").toString()),
            Map.of("SQL_HOST", "127.0.0.1", "SQL_PORT", places.text(POSTGRES)))
        .ended();
  }

  private Program ui() {
    Path config = EnvFile.HOUSE.resolve("demo/src/test/resources/topology");
    return program(
        "ui",
        List.of(
            Peers.program("temporal-ui-server").toString(),
            "--root",
            config.toString(),
            "--config",
            "ui",
            "--env",
            "docker",
            "start"),
        Map.of("TEMPORAL_UI_PORT", places.text(UI)));
  }

  /** All worker's queues in one process; {@code arguments} may name some. */
  Program worker(Places.Place health, List<String> arguments, List<String> withheld) {
    Map<String, String> environment = environment("trial-worker");
    environment.keySet().removeIf(name -> withheld.stream().anyMatch(name::startsWith));
    environment.put("GATEHOUSE_HEALTH_PORT", places.text(health));
    if (environment.containsKey("GATEHOUSE_MAIL_PORT")) {
      environment.put("GATEHOUSE_MAIL_PORT", places.text(MAIL));
    }
    return keep(Program.start("worker", folder, Jvm.WORKER.command(arguments), environment))
        .listening(places.port(health));
  }

  /** The usual split: one process without Graph, one without mail. */
  void workers() {
    worker(HEALTH, List.of("--queues", "core,mail"), List.of("GATEHOUSE_GRAPH_"));
    worker(
        OTHER_HEALTH,
        List.of("--queues", "graph-read,graph-look,graph-write"),
        List.of("GATEHOUSE_MAIL_"));
  }

  Program serve() {
    Map<String, String> here =
        Map.of(
            "GATEHOUSE_PAGES_ADDRESS",
            "127.0.0.1",
            "GATEHOUSE_PAGES_PORT",
            places.text(PAGES),
            "GATEHOUSE_HEALTH_PORT",
            places.text(PAGES_HEALTH));
    return keep(jvm(Jvm.STARTER, "trial-starter", List.of(), here)).listening(places.port(PAGES));
  }

  /** What {@code docker compose run --rm trial-doctor} says, where it finds nothing wrong. */
  String doctor() {
    Map<String, String> here = Map.of("GATEHOUSE_MAIL_PORT", places.text(MAIL));
    return jvm(Jvm.DOCTOR, "trial-doctor", List.of(), here).ended();
  }

  /** Where Compose asks whether a service is well. */
  List<String> healthCheck(String service) {
    return compose.healthCheck(service).stream().map(places::here).toList();
  }

  /** A one-shot of the starter's image, such as {@code trial-scan}. */
  String once(String service, String... instead) {
    return jvm(Jvm.STARTER, service, List.of(instead), Map.of()).ended();
  }

  /** Runs the service's command, or another one in its place. */
  private Program jvm(Jvm jvm, String service, List<String> instead, Map<String, String> here) {
    List<String> arguments = new ArrayList<>(compose.command(service));
    if (!instead.isEmpty()) {
      arguments.clear();
      arguments.addAll(instead);
    }
    Map<String, String> environment = environment(service);
    environment.putAll(here);
    return Program.start(service, folder, jvm.command(arguments), environment);
  }

  private Program program(String service, List<String> command, Map<String, String> here) {
    Map<String, String> environment = environment(service);
    environment.putAll(here);
    return Program.start(service, folder, command, environment);
  }

  Map<String, String> environment(String service) {
    var here = new LinkedHashMap<>(places.here(compose.environment(service)));
    here.replaceAll((_, value) -> value.startsWith("/keys/") ? folder + value : value); // volumes
    return here;
  }

  private Map<String, String> temporalHere() {
    var here = new LinkedHashMap<String, String>();
    here.put("POSTGRES_SEEDS", "127.0.0.1");
    here.put("DB_PORT", places.text(POSTGRES));
    here.put("BIND_ON_IP", "127.0.0.1");
    here.put("PUBLIC_FRONTEND_ADDRESS", places.at(TEMPORAL));
    here.put(
        "DYNAMIC_CONFIG_FILE_PATH",
        EnvFile.HOUSE.resolve("deploy/temporal/dynamic.yaml").toString());
    here.put("FRONTEND_GRPC_PORT", places.text(TEMPORAL));
    List.of(
            FRONTEND_HTTP,
            FRONTEND_MEMBERSHIP,
            HISTORY_GRPC,
            HISTORY_MEMBERSHIP,
            MATCHING_GRPC,
            MATCHING_MEMBERSHIP,
            WORKER_GRPC,
            WORKER_MEMBERSHIP)
        .forEach(place -> here.put(place.name() + "_PORT", places.text(place)));
    return here;
  }

  private synchronized <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    if (closed) {
      closeQuietly();
      throw new IllegalStateException("the topology is closed");
    }
    return part;
  }

  private void closeQuietly() {
    try {
      close();
    } catch (Exception e) {
      System.err.println("the rehearsal did not stop cleanly: " + e);
    }
  }

  @Override
  public synchronized void close() throws Exception {
    closed = true;
    Exception first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
