package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Traces;
import io.gatehouse.peer.DevServer;
import io.gatehouse.peer.Peers;
import io.gatehouse.starter.SomeEncryption;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.temporal.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Temporal's own UI, with and without our codec server. Pictures stay in {@code target/pages}. */
class PayloadsInTemporalUiTest {
  private static final Encryption ENCRYPTION = SomeEncryption.fresh();
  private static final String ID = "guest/%s/ann".formatted(TestHouse.TENANT);

  /** {@code binary/encrypted} as it stands in a payload's JSON. */
  static final String ENCODED = "YmluYXJ5L2VuY3J5cHRlZA";

  private static Browser browser;
  private static TestHouse house;
  private static DevServer temporal;
  private static int pagesPort;
  private static String history;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.open();
    pagesPort = Peers.freePort();
    temporal =
        DevServer.start(
            Peers.freePort(),
            "--ui-codec-endpoint",
            "http://127.0.0.1:%d/codec".formatted(pagesPort));
    house = new TestHouse();
    var stub =
        client()
            .newUntypedWorkflowStub(
                "GuestLifecycleWorkflow",
                WorkflowOptions.newBuilder()
                    .setWorkflowId(ID)
                    .setTaskQueue(TaskQueues.CORE)
                    .setStaticSummary("inactive for 400 days")
                    .setStaticDetails("opened by the scan")
                    .build());
    String run =
        Objects.requireNonNull(stub.start(Map.of("openingId", "opening-of-ann"))).getRunId();
    history = "/namespaces/default/workflows/%s/%s/history".formatted(ID.replace("/", "%2F"), run);
  }

  @AfterAll
  static void close() {
    if (temporal != null) {
      temporal.close();
    }
    if (house != null) {
      house.close();
    }
    browser.close();
  }

  @Test
  void payloads_are_readable_through_the_codec_server_and_unreadable_without() {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (Serve _ = serve();
        BrowserContext visit = browser.visit(temporal.ui(), 1280, ColorScheme.LIGHT)) {
      Page page = visit.newPage();
      page.onResponse(response -> asked.add(response.status() + " " + response.url()));
      page.navigate(history);
      Browser.shows(page, "opening-of-ann");
      Browser.picture(page, "temporal-decoded");
      assertThat(Browser.text(page)).doesNotContain(ENCODED);
      page.getByText("User Metadata").first().click();
      page.frameLocator("iframe >> nth=0").getByText("inactive for 400 days").waitFor();
      Browser.picture(page, "temporal-metadata");
    }
    assertThat(asked)
        .filteredOn(line -> line.contains("/codec/"))
        .allMatch(line -> line.startsWith("200 "))
        .anyMatch(
            line -> line.startsWith("200 http://127.0.0.1:%d/codec/decode".formatted(pagesPort)));

    try (BrowserContext visit = browser.visit(temporal.ui(), 1280, ColorScheme.LIGHT)) {
      Page page = visit.newPage();
      page.navigate(history);
      Browser.shows(page, ENCODED);
      Browser.picture(page, "temporal-encoded");
      assertThat(Browser.text(page)).doesNotContain("opening-of-ann");
    }
  }

  private static Serve serve() {
    return Serve.start(
        house.settings(
            Map.of(
                "GATEHOUSE_TEMPORAL_UI_URL", temporal.ui(),
                "GATEHOUSE_PAGES_PORT", Integer.toString(pagesPort))),
        house.people.keys(TestPeople.OLIVIA),
        ENCRYPTION,
        house.clock,
        client(),
        Traces.NONE);
  }

  private static WorkflowClient client() {
    return temporal.client(ENCRYPTION.converter());
  }
}
