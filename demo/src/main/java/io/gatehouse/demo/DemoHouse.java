package io.gatehouse.demo;

import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.Settings;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Traces;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.signin.SignInServer;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.TenantSize;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.policy.PolicyApplication;
import io.gatehouse.starter.policy.PolicyFile;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.Store;
import io.gatehouse.store.database.Database;
import io.gatehouse.worker.host.WorkerHost;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All parts of the demo, started in order and closed in the opposite one. */
public final class DemoHouse implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final TemporalService temporal;
  private final Sandbox sandbox;
  private final Map<String, String> variables;
  private final Settings settings;
  private final Database database;
  private final Store store;
  private final DemoPeople people;
  private final SignInServer signIn;
  private final Hand operator;
  private final Serve serve;
  private final int guests;

  /**
   * Builds the house on a Temporal, which ends with it.
   *
   * @param port of the pages, 0 for a free one
   */
  public DemoHouse(TemporalService on, long seed, int guests, int port) {
    this.guests = guests;
    this.temporal = keep(on);
    try {
      DemoDatabase postgres = keep(new DemoDatabase());
      Clock clock = temporal.clock();
      this.sandbox =
          keep(
              Sandbox.start(
                  SandboxOptions.of(
                      seed, clock, new TenantSize(guests, TenantSize.USUAL.sponsors()))));
      this.people = keep(new DemoPeople(sandbox.tenant()));
      // Browsers and tokens live in real time, whatever day it is in the demo.
      this.signIn = keep(new SignInServer(sandbox.tenant(), Clock.systemUTC()));
      this.variables = variables(postgres, port == 0 ? freePort() : port);
      this.settings = Settings.of(variables);
      WorkflowClient client = temporal.client();
      DatabaseSettings db = settings.database();
      this.database = keep(Database.open(db.url(), db.user(), db.password()));
      this.store = new Store(database, settings.tenant());
      this.operator = people.enrol(store, settings.migration().owner(), clock);
      this.serve =
          keep(
              Serve.start(
                  settings,
                  people.keys(DemoPeople.OPERATOR),
                  Encryption.NONE,
                  clock,
                  client,
                  Traces.NONE));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Starts a worker on all queues, which ends with the house. */
  public WorkerHost work() {
    return work(Map.of(), temporal.client());
  }

  /**
   * Starts one more.
   *
   * @param more variables beside the house's, such as a build's name
   */
  public WorkerHost work(Map<String, String> more, WorkflowClient client) {
    var its = new TreeMap<>(variables);
    its.putAll(more);
    return keep(WorkerHost.start(Settings.of(its), temporal.clock(), client, database));
  }

  public void apply(String policyYaml) {
    new PolicyApplication(store, temporal.clock())
        .apply(PolicyFile.parse(policyYaml, "demo-policy.yaml", temporal.clock()), operator);
  }

  /** Who steps in where a person is needed. */
  public Hand operator() {
    return operator;
  }

  DemoPeople people() {
    return people;
  }

  int guests() {
    return guests;
  }

  public TemporalService temporal() {
    return temporal;
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  public Store store() {
    return store;
  }

  public Settings settings() {
    return settings;
  }

  public Serve serve() {
    return serve;
  }

  /** What other commands need to find this demo. */
  public Map<String, String> variables() {
    return variables;
  }

  private Map<String, String> variables(DemoDatabase postgres, int port) {
    var all = new TreeMap<>(postgres.variables());
    all.put("GATEHOUSE_TENANT", sandbox.tenant().id());
    all.put("GATEHOUSE_CLOCK", "pages"); // simulated time
    all.put("GATEHOUSE_KEY", people.keys(DemoPeople.OPERATOR).operator().toString());
    all.put("GATEHOUSE_SERVICE_KEY", people.keys(DemoPeople.OPERATOR).service().toString());
    all.put("GATEHOUSE_TEMPORAL_TARGET", temporal.target());
    all.put("GATEHOUSE_TEMPORAL_UI_URL", temporal.ui());
    // Commands beside the demo write as it reads, whatever keys their shell names.
    for (String keys : List.of("WRITE", "FOLDER", "PLAINTEXT_UNTIL", "FILE")) {
      all.put("GATEHOUSE_KEYS_" + keys, "");
    }
    all.put("GATEHOUSE_KEYS", "");
    all.put("GATEHOUSE_MAIL_HOST", "127.0.0.1");
    all.put("GATEHOUSE_MAIL_PORT", Integer.toString(sandbox.postOffice().port()));
    all.put("GATEHOUSE_MAIL_STARTTLS", "OFF");
    all.put("GATEHOUSE_MAIL_FROM", "guests@contoso.example.com");
    all.put("GATEHOUSE_GRAPH_BASE_URL", sandbox.graph().baseUrl().toString());
    all.put("GATEHOUSE_GRAPH_READER_KIND", "static");
    all.put("GATEHOUSE_GRAPH_READER_TOKEN", AppRegistration.OBSERVER.token());
    all.put("GATEHOUSE_GRAPH_LOOKER_KIND", "static");
    all.put("GATEHOUSE_GRAPH_LOOKER_TOKEN", AppRegistration.LOOKER.token());
    all.put("GATEHOUSE_GRAPH_WRITER_KIND", "static");
    all.put("GATEHOUSE_GRAPH_WRITER_TOKEN", AppRegistration.ACTOR.token());
    all.put("GATEHOUSE_OIDC_ISSUER", signIn.issuer());
    all.put("GATEHOUSE_OIDC_CLIENT_ID", SignInServer.CLIENT_ID);
    all.put("GATEHOUSE_OIDC_CLIENT_SECRET", signIn.secret());
    all.put("GATEHOUSE_PAGES_PORT", Integer.toString(port));
    all.put("GATEHOUSE_PAGES_BASE_URL", "http://127.0.0.1:" + port);
    return all;
  }

  /** Links in mails name the port before anything listens on it. */
  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("No port is free for the pages.", e);
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        System.err.printf("%s did not stop cleanly: %s%n", part.getClass().getSimpleName(), e);
      }
    }
  }
}
