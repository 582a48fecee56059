package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.Visitor;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.scan.ScanJudgement;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportAndScanPagesTest {
  private static TestHouse house;
  private static BusyTenant tenant;
  private static Serve serve;
  private static Visitor visitor;

  @BeforeAll
  static void open() throws IOException {
    house = new TestHouse();
    house.temporal.start();
    new SampleTenant(house);
    tenant = new BusyTenant(house);
    serve = house.serve();
    visitor = new Visitor(serve.port());
  }

  @AfterAll
  static void close() {
    serve.close();
    house.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/report",
        "/report?state=inactive",
        "/report?days=120",
        "/report?state=active&days=30",
        "/report?search=ann",
        "/report?partner=Partner.Example.com",
        "/report?sponsor=nobody",
        "/report?search=nobody-like-this"
      })
  void the_states_add_up_to_the_guests_asked_for_and_so_does_the_plot(String path) {
    String page = visitor.get(path).body();

    var total = Pattern.compile("class=\"total\"><dt>[a-z]+</dt><dd>(\\d+)</dd>").matcher(page);
    assertThat(total.find()).isTrue();
    long asked = Long.parseLong(total.group(1));
    assertThat(sum("</dt><dd>(\\d+)</dd></div>\\s", page) - asked).isEqualTo(asked);
    assertThat(sum("</svg> <span>(\\d+)</span>", page)).isEqualTo(asked);
  }

  @Test
  void a_guest_is_listed_with_days_sponsors_and_standing_and_a_hostile_name_is_harmless() {
    String page = visitor.get("/report?search=hyperlink").body();

    assertThat(page)
        .containsPattern("<span>1</span>\\s+of <span>\\d+</span>")
        .contains("(link removed)")
        .contains("Bob Example", "270", "partner.example.com", "in progress");
  }

  @Test
  void the_form_keeps_what_was_chosen_and_the_downloads_take_it_along() {
    String page = visitor.get("/report?search=a%26b&state=INACTIVE&days=30&sponsor=nobody").body();

    assertThat(page)
        .contains("value=\"a&amp;b\"", "selected=\"selected\">inactive", "value=\"30\"")
        .contains("/report.csv?search=a%26b&amp;sponsor=nobody&amp;state=INACTIVE&amp;days=30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1.5", "36501", "99999999999"})
  void days_that_are_no_number_are_told_beside_their_field_and_export_nothing(String days) {
    HttpResponse<String> page = visitor.get("/report?days=" + days);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Give a number, 0 to 36500.", "value=\"" + days + "\"", "aria-invalid=\"true\"");
    assertThat(visitor.get("/report.csv?days=" + days).statusCode()).isEqualTo(400);
  }

  @Test
  void the_table_goes_on_behind_its_first_page_and_ends() {
    String first = visitor.get("/report").body();
    String second = visitor.get("/report?page=2").body();

    assertThat(first).contains("Ann Adler 0", "/report?page=2").doesNotContain("First page");
    assertThat(second).contains("First page").doesNotContain("Ann Adler 0<", "/report?page=4");
    assertThat(visitor.get("/report?page=99").body()).contains("No guest matches");
    assertThat(visitor.get("/report?page=x").statusCode()).isEqualTo(400);
  }

  @Test
  void the_same_choice_comes_as_a_file() {
    HttpResponse<String> csv = visitor.get("/report.csv?search=hyperlink");
    HttpResponse<String> jsonl = visitor.get("/report.jsonl?search=hyperlink");

    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"gatehouse-guests-%s.csv\"".formatted(today()));
    assertThat(csv.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(csv.body().lines()).hasSize(2);
    assertThat(csv.body()).startsWith("\uFEFF").contains("\"'=HYPERLINK(\"\"http");
    assertThat(jsonl.headers().firstValue("Content-Type"))
        .contains("application/jsonl;charset=UTF-8");
    assertThat(jsonl.body().lines()).singleElement().asString().startsWith("{\"objectId\":");
  }

  @Test
  void behind_a_proxy_report_scans_and_operator_stay_closed() {
    for (String path :
        List.of(
            "/report",
            "/report.csv",
            "/report.jsonl",
            "/scans",
            "/scans/" + tenant.fit,
            "/scans/" + tenant.fit + "/manifest.json",
            "/operator")) {
      assertThat(visitor.get(path, "X-Forwarded-For", "127.0.0.1").statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  @Test
  void scans_are_listed_newest_first_with_their_judgement_and_go_on() {
    String page = visitor.get("/scans").body();

    assertThat(page)
        .containsSubsequence("Population of the last 30 scans", "All scans")
        .contains("not to be trusted", "the population moved by 52 %");
    var older = Pattern.compile("href=\"(/scans\\?before=[^\"]+)\"").matcher(page);
    assertThat(older.find()).isTrue();
    assertThat(visitor.get(older.group(1)).body()).contains("too early to act on", "Newest");
    assertThat(visitor.get("/scans?before=yesterday").statusCode()).isEqualTo(200);
  }

  @Test
  void a_scan_shows_what_it_was_compared_with_how_far_it_moved_and_the_limits() {
    String page = visitor.get("/scans/" + tenant.unfit).body();

    assertThat(page)
        .contains("Why it is not to be trusted", "./gatehouse resume")
        .containsSubsequence("385 guests", "185 guests", "51.9 %", "beyond the limit", "10 %")
        .containsSubsequence("9.1 %", "21.6 %", "12.5 points", "beyond the limit", "5 points")
        .containsSubsequence("guests without a sponsor", "5 points", "10 points");
  }

  @Test
  void a_scan_shows_who_was_left_alone_and_why_what_was_asked_and_what_came() {
    String page = visitor.get("/scans/" + tenant.fit).body();

    assertThat(page)
        .contains("the guest holds a directory role", "nobody is on record as sponsor")
        .contains("Break Glass", "Bob Example", "1 May 2027", "the &lt;managed&gt; service")
        .contains("userType eq &#39;Guest&#39;", "7c0a8f5e-2f5b-4c43-9a3c-7a54e6a0f6f1")
        .contains("1</span> <span>page</span>, <span>385</span> guests");
  }

  @Test
  void the_hash_of_a_manifest_can_be_checked_with_what_the_page_hands_out() {
    String page = visitor.get("/scans/" + tenant.fit).body();
    String text = visitor.get("/scans/" + tenant.fit + "/manifest.json").body();

    assertThat(text).isEqualTo(tenant.manifest);
    assertThat(page).contains(sha256(text)).doesNotContain("not the one that was recorded");
  }

  @Test
  void a_manifest_that_was_changed_or_is_of_another_shape_is_told() {
    var odd = UUID.randomUUID();
    house.store.scans().begin(odd, house.clock.instant().minusSeconds(7_200), "ENFORCE", 1);
    house
        .store
        .scans()
        .judged(
            odd,
            new ScanJudgement(
                "FIT", List.of(), 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, sha256("something else")));
    house.store.scans().recordManifest(odd, "{\"lists\":\"of a later version\"}");

    HttpResponse<String> page = visitor.get("/scans/" + odd);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("The text is not the one that was recorded", sha256("something else"))
        .contains("of a shape that this version does not know");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/scans/x", "/scans/b0b00000-0000-4000-8000-000000000009"})
  void a_scan_that_is_not_there_is_not_found(String path) {
    assertThat(visitor.get(path).statusCode()).isEqualTo(404);
    assertThat(visitor.get(path + "/manifest.json").statusCode()).isEqualTo(404);
  }

  private static long sum(String pattern, String page) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  private static String today() {
    return house.clock.instant().toString().substring(0, 10);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
