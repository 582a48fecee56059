package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.config.PageSettings;
import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Traces;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.Visitor;
import io.gatehouse.starter.serve.Serve;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministratorPagesTest {
  private static TestHouse house;
  private static SampleTenant tenant;
  private static Serve serve;
  private static Visitor visitor;

  @BeforeAll
  static void open() {
    house = new TestHouse();
    house.temporal.start();
    tenant = new SampleTenant(house);
    serve = house.serve();
    visitor = new Visitor(serve.port());
  }

  @AfterAll
  static void close() {
    serve.close();
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/lifecycles"})
  void the_standings_add_up_to_the_population(String path) {
    String page = visitor.get(path).body();

    var terms = Pattern.compile("<dd><a [^>]*>(\\d+)</a></dd>").matcher(page);
    long sum = terms.results().mapToLong(term -> Long.parseLong(term.group(1))).sum();
    var total = Pattern.compile("<dt>population</dt><dd>(\\d+)</dd>").matcher(page);

    assertThat(total.find()).isTrue();
    assertThat(sum).isEqualTo(Long.parseLong(total.group(1))).isEqualTo(94);
  }

  @Test
  void guests_are_found_by_part_of_a_name_and_by_standing() {
    assertThat(visitor.get("/?search=robert").body()).contains("1</span> <span>guest</span>");
    assertThat(visitor.get("/?standing=KEPT").body()).contains("6</span> <span>guests</span>");
    assertThat(visitor.get("/?search=nobody-like-this").body()).contains("No guest matches");
  }

  @Test
  void the_list_goes_on_behind_its_first_page() {
    var next =
        Pattern.compile("href=\"(/\\?[^\"]*after=[^\"]*)\"").matcher(visitor.get("/").body());

    assertThat(next.find()).isTrue();
    String second = visitor.get(next.group(1).replace("&amp;", "&")).body();
    assertThat(second).contains("Wolfgang Amadeus", "First page").doesNotContain("Ann Adler 0<");
  }

  @Test
  void lifecycles_are_listed_with_what_opened_them_and_narrowed_by_it() {
    assertThat(visitor.get("/lifecycles").body())
        .contains(
            "<span>no sign-in for a long time</span>", "<span>the account was never used</span>");

    String page = visitor.get("/lifecycles?state=CLOSED&trigger=NEVER_SIGNED_IN").body();
    assertThat(page)
        .contains("Rita Restored", "selected=\"selected\">the account was never used")
        .contains("/lifecycles?state=OPEN&amp;trigger=NEVER_SIGNED_IN", "name=\"state\"")
        .doesNotContain("Paula Parked", "<span>no sign-in for a long time</span>");
    assertThat(visitor.get("/lifecycles?trigger=SPONSOR_MISSING").body())
        .contains("None here was opened for this reason");
    assertThat(visitor.get("/lifecycles?trigger=nonsense").body()).contains("Paula Parked");
  }

  @Test
  void a_closed_gate_shows_on_every_page_with_its_reason() {
    house.store.safety().closeGate("audit <week>", house.clock.instant(), "olivia");
    try {
      for (String path : List.of("/", "/lifecycles", "/lifecycles/" + tenant.parked.openingId())) {
        assertThat(visitor.get(path).body()).contains("audit &lt;week&gt;");
      }
    } finally {
      house.store.safety().openGate("over", house.clock.instant(), "olivia");
    }
  }

  @Test
  void a_lifecycle_shows_intent_proof_and_request_id_in_order() {
    String page = visitor.get("/lifecycles/" + tenant.parked.openingId()).body();

    assertThat(page)
        .containsSubsequence(
            "Lifecycle opened",
            "Question put to the sponsor",
            "Mail delivered",
            "Answer: Remove",
            "About to disable the account",
            "Proved by reading again: disable the account",
            "7c0a8f5e-2f5b-4c43-9a3c-7a54e6a0f6f1",
            "Stopped: an operator has to look");
  }

  @Test
  void a_parked_lifecycle_names_the_command_that_lets_it_try_again() {
    assertThat(visitor.get("/lifecycles/" + tenant.parked.openingId()).body())
        .contains("./gatehouse guest retry", "insufficient rights", "no sign-in for a long time");
  }

  @Test
  void a_restored_account_shows_what_did_not_come_back_and_who_asked_for_what() {
    String page = visitor.get("/lifecycles/" + tenant.restored.openingId()).body();

    assertThat(page)
        .contains("What did not come back", "9d0a51f2-0000-4000-8000-000000000001")
        .contains("<span>sponsored by</span> <bdi>Bob Example</bdi>")
        .doesNotContain("9d0a51f2-0000-4000-8000-000000000002", "GROUP", "NEVER_SIGNED_IN")
        .containsSubsequence(
            "the account was never used",
            "Question put to the owner or member of the sponsoring group",
            "memberships, roles and sponsors noted",
            "Operator: More time",
            "Operator: Ask somebody else",
            "Bob Example",
            "Operator: Give the account back",
            "Proved by reading again: enable the account again",
            "did not come back",
            "Closed: restored");
    assertThat(visitor.get("/lifecycles/" + tenant.parked.openingId()).body())
        .doesNotContain("What did not come back");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via"})
  void behind_a_proxy_the_pages_of_administrators_stay_closed(String header) {
    for (String path : List.of("/", "/lifecycles", "/guests/x", "/clock")) {
      HttpResponse<String> page = visitor.get(path, header, "for=127.0.0.1");
      assertThat(page.statusCode()).as(path).isEqualTo(403);
    }
    assertThat(visitor.get("/", header, "x").body()).contains("Only on the machine itself");
  }

  @Test
  void behind_a_proxy_sponsors_probes_and_style_are_served() {
    for (String path :
        List.of("/a/" + tenant.token, "/health", "/assets/gatehouse.css", "/assets/gate.svg")) {
      assertThat(visitor.get(path, "X-Forwarded-For", "192.0.2.7").statusCode())
          .as(path)
          .isEqualTo(200);
    }
  }

  @Test
  void under_a_foreign_name_the_pages_of_administrators_stay_closed() {
    assertThat(visitor.statusAs("guests.example.com", "/")).isEqualTo(403);
    assertThat(visitor.statusAs("localhost", "/")).isEqualTo(200);
    assertThat(visitor.statusAs("guests.example.com", "/a/" + tenant.token)).isEqualTo(200);
    assertThat(visitor.statusAs("guests.example.com", "/a/..%2Flifecycles")).isNotEqualTo(200);
    assertThat(visitor.statusAs("guests.example.com", "/a/x/../../lifecycles")).isNotEqualTo(200);
    assertThat(visitor.statusAs("guests.example.com", "/a;x/..;/lifecycles")).isNotEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a/AAAAAAAAAAAAAAAAAAAAAA", "/nothing", "/health", "/lifecycles/x"})
  void every_answer_carries_the_headers_that_protect_it(String path) {
    var headers = visitor.get(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "script");
    assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
    assertThat(headers.allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void without_sign_in_pages_behind_a_proxy_show_administrators_nothing_even_to_this_machine() {
    Settings behind = house.settings(Map.of("GATEHOUSE_PAGES_BASE_URL", "https://g.example.com"));
    try (var published =
        Serve.start(
            behind,
            house.people.keys(TestPeople.OLIVIA),
            Encryption.NONE,
            house.clock,
            house.client,
            Traces.NONE)) {
      var local = new Visitor(published.port());

      assertThat(local.get("/lifecycles").statusCode()).isEqualTo(403);
      assertThat(local.get("/a/AAAAAAAAAAAAAAAAAAAAAA").statusCode()).isEqualTo(404);
      assertThat(local.get("/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_port_in_use_is_one_sentence() {
    var environment = new HashMap<>(house.environment());
    environment.put("GATEHOUSE_PAGES_PORT", Integer.toString(serve.port()));
    Settings taken = Settings.of(environment, Part.DATABASE, Part.READER, Part.PAGES);
    PageSettings pages = taken.pages();

    assertThatThrownBy(() ->
            Serve.start(
                taken,
                house.people.keys(TestPeople.OLIVIA),
                Encryption.NONE,
                house.clock,
                house.client,
                Traces.NONE))
        .isInstanceOf(StartProblem.class)
        .hasMessage(
            "Port %d of 127.0.0.1 is in use: end the other program or set GATEHOUSE_PAGES_PORT."
                .formatted(pages.port()));
  }
}
