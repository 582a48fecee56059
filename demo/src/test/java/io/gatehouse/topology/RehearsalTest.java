package io.gatehouse.topology;

import static io.gatehouse.topology.Places.Place.PAGES;
import static io.gatehouse.topology.Places.Place.TEMPORAL;
import static io.gatehouse.topology.Places.Place.UI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.peer.Peers;
import io.gatehouse.store.Store;
import io.gatehouse.store.database.Database;
import io.temporal.client.WorkflowServiceException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The trial of docker-compose.yml without containers: every service a process, every process with
 * the environment of its service, from an empty database to a lifecycle that closes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(400)
class RehearsalTest {
  private static final String NAMESPACE = "gatehouse-trial";

  @TempDir private static Path folder;

  private final List<URI> answered = new ArrayList<>();

  private Topology house;
  private Program starter;

  @BeforeAll
  void start() throws IOException {
    Peers.require(
        "postgres", "temporal-server", "temporal-sql-tool", "temporal-ui-server", "compose-spec");
    Map<String, String> variables = EnvFile.written(folder).variables();
    house = new Topology(folder, ComposeFile.read(ComposeFile.OURS, variables, folder));
    house.start();
    house.workers();
    starter = house.serve();
  }

  @Test
  @Order(1)
  void a_sponsors_word_on_the_page_closes_a_lifecycle_as_kept() throws Exception {
    assertThat(house.once("trial-keys")).contains("The pages' key counts.");
    String applied =
        house.once(
            "trial-policy",
            "policy",
            "apply",
            EnvFile.HOUSE.resolve("deploy/trial/policy.yaml").toString());
    assertThat(applied).contains("Version 1 is in force");
    assertThat(house.once("trial-scan")).contains("too early to act on", "Opened 0 lifecycles");
    assertThat(house.once("trial-scan-again")).contains("fit to act on").doesNotContain("Opened 0");
    assertThat(house.once("trial-schedules")).contains("scan: ", "watch: ");

    oneMoreIsKept();
  }

  @Test
  @Order(2)
  void the_temporal_ui_lists_the_lifecycle_and_offers_no_dangerous_button() throws Exception {
    String query = URLEncoder.encode("GatehouseStage IS NOT NULL", StandardCharsets.UTF_8);
    assertThat(ui("/api/v1/namespaces/" + NAMESPACE + "/workflows?query=" + query))
        .contains("guest/" + tenant());
    assertThat(ui("/api/v1/settings"))
        .contains(
            "\"WorkflowTerminateDisabled\":true",
            "\"WorkflowCancelDisabled\":true",
            "\"WorkflowResetDisabled\":true",
            "\"WorkflowSignalDisabled\":true",
            "\"BatchActionsDisabled\":true",
            "\"StartWorkflowDisabled\":true",
            "\"WorkflowUpdateDisabled\":false")
        .contains("\"Endpoint\":\"http://" + house.places.at(PAGES) + "/codec\"")
        .contains("\"IncludeCredentials\":true");
  }

  @Test
  @Order(3)
  void the_namespace_keeps_closed_lifecycles_for_thirty_days_refuses_long_ids_and_leads_back() {
    try (var window = new TemporalWindow(house.places.at(TEMPORAL), NAMESPACE)) {
      assertThat(window.retention()).isEqualTo(Duration.ofDays(30));
      assertThatThrownBy(() -> window.start("x".repeat(256)))
          .isInstanceOf(WorkflowServiceException.class)
          .rootCause()
          .hasMessageContaining("(256/255)");
      assertThat(window.detailsOfALifecycle())
          .as("to who the guest is")
          .contains("(" + value("trial-worker", "GATEHOUSE_PAGES_BASE_URL") + "/lifecycles/");
    }
  }

  @Test
  @Order(4)
  void every_one_shot_can_run_again() {
    assertThat(house.schema()).doesNotContain("ERROR");
    assertThat(house.once("namespace"))
        .contains("Namespace gatehouse-trial is there and keeps closed lifecycles for 30 days.");
    assertThat(house.once("migrate")).contains("Nothing to do.");
    assertThat(house.once("trial-keys")).contains("The pages' key counts.");
  }

  @Test
  @Order(5)
  void no_user_of_the_database_does_more_than_its_work() throws SQLException {
    new DatabaseRights(
            house.postgres,
            value("trial-worker", "GATEHOUSE_DB_PASSWORD"),
            pages(),
            value("temporal", "POSTGRES_PWD"))
        .nobodyDoesMoreThanTheirWork();
  }

  @Test
  @Order(6)
  void the_process_that_faces_people_holds_no_credential_of_the_acting_side() throws IOException {
    String environment =
        Files.readString(Path.of("/proc", Long.toString(starter.pid()), "environ"));

    assertThat(environment)
        .contains("GATEHOUSE_DB_READER_PASSWORD")
        .doesNotContain("GRAPH_WRITER", "GRAPH_LOOKER", "MAIL_PASSWORD", "OWNER", "POSTGRES");
  }

  @Test
  @Order(7)
  void every_process_of_ours_is_well_where_compose_asks_it() throws Exception {
    for (String service : List.of("trial-tenant", "trial-worker", "trial-starter")) {
      assertThat(house.healthCheck(service)).as(service).isNotEmpty();
      for (String address : house.healthCheck(service)) {
        assertThat(answer(address).statusCode()).as(address).isLessThan(500);
      }
    }
  }

  @Test
  @Order(8)
  void nobody_is_let_in_unasked_and_who_signs_in_at_the_sandbox_reaches_the_operator_s_page() {
    var emma = new Administrator("http://" + house.places.at(PAGES));
    assertThat(emma.open("/operator").location()).startsWith(issuer() + "/authorize?");

    Document page = emma.signsIn("EMMA", "Operator", "/operator");

    assertThat(page.select("h1").text()).isEqualTo("What needs you");
    assertThat(page.select(".who").text()).contains("Emma Lindqvist", "Operator");
  }

  @Test
  @Order(9)
  void what_a_signed_in_operator_does_is_proved_and_counts() {
    var emma = new Administrator("http://" + house.places.at(PAGES));
    Document running = emma.signsIn("EMMA", "Operator", "/lifecycles?state=OPEN");
    String lifecycle = running.expectFirst("tbody th a").attr("href");

    assertThat(emma.acts(lifecycle, Map.of("act", "hold", "reason", "audit", "until", tomorrow())))
        .contains("On hold");
    // Only somebody proved ends a hold.
    assertThat(emma.acts(lifecycle, Map.of("act", "release", "reason", "the audit is over")))
        .contains("Released: the lifecycle goes on.");
  }

  @Test
  @Order(10)
  void the_doctor_finds_nothing_wrong_in_the_trial() {
    assertThat(house.doctor())
        .contains("Nothing is wrong")
        .contains("administrators sign in at " + issuer())
        .contains("the pages' key counts", "somebody works on every queue")
        .contains("the pages' role only reads")
        .doesNotContain("is not set here");
  }

  @Test
  @Order(11)
  void a_database_that_dies_under_everybody_finds_every_lifecycle_waiting_where_it_was() {
    house.postgres.again();

    oneMoreIsKept();
  }

  @Test
  @Order(12)
  void a_temporal_server_that_dies_finds_them_too() {
    house.temporalAgain();

    oneMoreIsKept();
  }

  @AfterAll
  void everything_stops_when_told_and_leaves_no_port_in_use() throws Exception {
    if (house != null) {
      house.close();
      assertThat(house.places.listening()).isEmpty();
    }
  }

  /** A sponsor who was not heard yet answers on the page, and the lifecycle closes. */
  private void oneMoreIsKept() {
    var sponsor = new Sponsor(house.mail);
    URI link = sponsor.asked(answered.toArray(URI[]::new));
    answered.add(link);
    Eventually.holds(
        Duration.ofSeconds(120), () -> sponsor.keeps(link).contains("Keep"), () -> "not recorded");
    try (var reading = Database.open(house.postgres.url("gatehouse"), "gatehouse_pages", pages())) {
      var store = new Store(reading, tenant());
      Eventually.holds(
          Duration.ofSeconds(120),
          () -> store.lifecycleList().byOutcome().getOrDefault("KEPT", 0L) == answered.size(),
          () -> "no further lifecycle closed as kept: " + store.lifecycleList().byOutcome());
    }
  }

  private String tenant() {
    return value("trial-worker", "GATEHOUSE_TENANT");
  }

  private String issuer() {
    return value("trial-starter", "GATEHOUSE_OIDC_ISSUER");
  }

  private static String tomorrow() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
  }

  private String pages() {
    return value("trial-starter", "GATEHOUSE_DB_READER_PASSWORD");
  }

  private String value(String service, String variable) {
    return house.environment(service).getOrDefault(variable, "");
  }

  private String ui(String path) throws Exception {
    return answer("http://" + house.places.at(UI) + path).body();
  }

  private static HttpResponse<String> answer(String address) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
