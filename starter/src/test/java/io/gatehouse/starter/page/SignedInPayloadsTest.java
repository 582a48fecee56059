package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.gatehouse.keys.Encryption;
import io.gatehouse.peer.DevServer;
import io.gatehouse.peer.Peers;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.starter.SomeEncryption;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.temporal.TaskQueues;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Temporal's own UI, set up as in docker-compose.yml, before whoever is signed in on the pages and
 * before whoever is not.
 */
class SignedInPayloadsTest extends SignInScene {
  private static final Encryption ENCRYPTION = SomeEncryption.fresh();
  private static final String ID = "guest/%s/ann".formatted(TestHouse.TENANT);

  private final List<String> answers = new CopyOnWriteArrayList<>();
  private @Nullable DevServer temporal;
  private @Nullable Serve decoding;
  private @Nullable Process program;
  private String ui = "";
  private String history = "";

  @BeforeAll
  void show() throws IOException {
    Peers.require("temporal-ui-server");
    temporal = DevServer.start();
    int port = Peers.freePort();
    ui = "http://127.0.0.1:" + port;
    decoding =
        pages(
            provider,
            Map.of(
                "GATEHOUSE_OIDC_CLIENT_SECRET", provider.secret(), "GATEHOUSE_TEMPORAL_UI_URL", ui),
            ENCRYPTION);
    var builder =
        new ProcessBuilder(
                Peers.program("temporal-ui-server").toString(),
                "--root",
                Path.of("..", "demo", "src", "test", "resources", "topology").toString(),
                "--config",
                "ui",
                "--env",
                "docker",
                "start")
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "temporal-ui.log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "TEMPORAL_ADDRESS",
                temporal.target(),
                "TEMPORAL_UI_PORT",
                Integer.toString(port),
                "TEMPORAL_DEFAULT_NAMESPACE",
                "default",
                "TEMPORAL_CORS_ORIGINS",
                ui,
                "TEMPORAL_CODEC_ENDPOINT",
                address() + "/codec",
                "TEMPORAL_CODEC_INCLUDE_CREDENTIALS",
                "true"));
    program = builder.start();
    history = history();
  }

  @AfterAll
  void end() {
    if (program != null) {
      program.destroy();
    }
    if (decoding != null) {
      decoding.close();
    }
    if (temporal != null) {
      temporal.close();
    }
  }

  @Test
  void whoever_reads_on_the_pages_reads_in_the_temporal_ui_too_and_that_stands_in_the_ledger() {
    try (BrowserContext auditor = somebody(ui)) {
      Page page = signedIn(auditor, Employee.GRACE, "Auditor", address() + "/lifecycles");
      look(page);

      Browser.shows(page, "opening-of-ann");
      assertThat(asked(page)).allMatch(line -> line.startsWith("200 "));
      assertThat(decodedBy()).containsOnly(tenant.idOf(Employee.GRACE));
    }
  }

  @Test
  void whoever_is_not_signed_in_or_reads_nothing_sees_no_payload() {
    int before = decodedBy().size();
    try (BrowserContext nobody = somebody(ui)) {
      Page page = nobody.newPage();
      look(page);
      Browser.shows(page, PayloadsInTemporalUiTest.ENCODED);
      assertThat(asked(page)).allMatch(line -> line.startsWith("401 "));
    }
    try (BrowserContext sponsor = somebody(ui)) {
      Page page = signedIn(sponsor, Employee.EMMA, "Sponsor", address() + "/lifecycles");
      look(page);
      Browser.shows(page, PayloadsInTemporalUiTest.ENCODED);
      assertThat(asked(page)).allMatch(line -> line.startsWith("403 "));
    }
    assertThat(decodedBy()).hasSize(before);
  }

  private void look(Page page) {
    answers.clear();
    page.onResponse(response -> {
      if (response.url().contains("/codec/decode")) {
        answers.add(response.status() + " " + response.request().method());
      }
    });
    page.onRequestFailed(request -> {
      if (request.url().contains("/codec/decode")) {
        answers.add("blocked: " + request.failure());
      }
    });
    page.navigate(ui + history);
  }

  /** What was answered, once anything was: the page shows what is encoded before. */
  private List<String> asked(Page page) {
    page.waitForCondition(() -> !answers.isEmpty());
    return answers;
  }

  private List<String> decodedBy() {
    try (var owner = house.database.as(TestDatabase.OWNER)) {
      return owner
          .of(TestHouse.TENANT)
          .sql(
              "select value from evidence.disclosure where tenant = :tenant and field = 'actor' and entry_key like 'decode/%'")
          .texts();
    }
  }

  private String address() {
    return "http://127.0.0.1:" + Objects.requireNonNull(decoding).port();
  }

  private String history() {
    var stub =
        Objects.requireNonNull(temporal)
            .client(ENCRYPTION.converter())
            .newUntypedWorkflowStub(
                "GuestLifecycleWorkflow",
                WorkflowOptions.newBuilder()
                    .setWorkflowId(ID)
                    .setTaskQueue(TaskQueues.CORE)
                    .build());
    String run =
        Objects.requireNonNull(stub.start(Map.of("openingId", "opening-of-ann"))).getRunId();
    return "/namespaces/default/workflows/%s/%s/history".formatted(ID.replace("/", "%2F"), run);
  }
}
