package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.keys.Encryption;
import io.gatehouse.sandbox.signin.SignInServer;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.Visitor;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in at a real OpenID Connect provider with a real browser; roles decide what is there. */
class SignInTest {
  private static final char[] PASSWORD = "only-for-tests".toCharArray();

  private static TestHouse house;
  private static SignInServer provider;
  private static Tenant tenant;
  private static Serve serve;
  private static Browser browser;
  private static String base;
  private static LifecycleRow lifecycle;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.open();
    house = new TestHouse();
    house.work();
    lifecycle = house.running(house.guest("Ann Attended", "STALE", "IN_PROGRESS", 200));
    tenant = new Tenant(7, house.clock);
    provider = new SignInServer(tenant, Clock.systemUTC());
    serve = pages(provider, Map.of("GATEHOUSE_OIDC_CLIENT_SECRET", provider.secret()));
    base = "http://127.0.0.1:" + serve.port();
  }

  /** Pages whose people sign in; where they are has to be known before they listen. */
  private static Serve pages(SignInServer at, Map<String, String> credential) throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var environment = new HashMap<>(house.environment());
    environment.putAll(credential);
    environment.put("GATEHOUSE_PAGES_PORT", Integer.toString(port));
    environment.put("GATEHOUSE_PAGES_BASE_URL", "http://127.0.0.1:" + port);
    environment.put("GATEHOUSE_OIDC_ISSUER", at.issuer());
    environment.put("GATEHOUSE_OIDC_CLIENT_ID", SignInServer.CLIENT_ID);
    return Serve.start(
        Settings.of(environment, Part.DATABASE, Part.READER, Part.PAGES),
        house.people.keys(TestPeople.OLIVIA),
        Encryption.NONE,
        house.clock,
        house.client);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (serve != null) {
      serve.close();
    }
    if (provider != null) {
      provider.close();
    }
    if (house != null) {
      house.close();
    }
  }

  private static BrowserContext somebody() {
    return somebody(base);
  }

  private static BrowserContext somebody(String address) {
    return browser.visit(address, 1200, ColorScheme.LIGHT);
  }

  /** Opens a page, is sent to sign in, and comes back to it. */
  private static Page signedIn(BrowserContext context, Employee who, String role, String path) {
    Page page = context.newPage();
    page.navigate(path);
    page.selectOption("select[name=who]", who.name());
    page.selectOption("select[name=role]", role);
    page.click("button");
    page.waitForURL(url -> url.startsWith("http://127.0.0.1:") && !url.contains("/authorize"));
    return page;
  }

  private static List<String> barriers(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(violation -> violation.getId())
            .toList();
  }

  @Test
  void two_people_open_the_gate_on_the_pages_and_one_person_does_not() {
    try (BrowserContext emma = somebody();
        BrowserContext david = somebody()) {
      Page operator = signedIn(emma, Employee.EMMA, "Approver", "/operator");
      assertThat(operator.textContent(".who")).contains("Emma Lindqvist", "Approver");
      assertThat(barriers(operator)).isEmpty();
      operator.fill("#gate-reason", "something looks odd");
      operator.click("button:has-text('Close the gate')");
      assertThat(operator.textContent("main")).contains("The gate is closed");
      operator.navigate("/operator");
      operator.fill("#gate-reason", "all is well");
      operator.click("button:has-text('Ask to open the gate')");
      operator.navigate("/operator");
      operator.click("button:has-text('Approve')");
      assertThat(operator.textContent("main")).contains("Nothing was done", "You have asked");
      assertThat(barriers(operator)).isEmpty();
      assertThat(house.store.safety().current().gateIsOpen()).isFalse();

      Page approver = signedIn(david, Employee.DAVID, "Approver", "/operator");
      assertThat(approver.textContent("main")).contains("all is well");
      approver.click("button:has-text('Approve')");
      assertThat(approver.textContent("main")).contains("The gate is open");
      assertThat(house.store.safety().current().gateIsOpen()).isTrue();
    }
  }

  @Test
  void an_operator_steps_in_after_reading_what_will_happen_and_twice_is_once() {
    try (BrowserContext context = somebody()) {
      Page page =
          signedIn(context, Employee.EMMA, "Operator", "/lifecycles/" + lifecycle.openingId());
      assertThat(barriers(page)).isEmpty();
      page.selectOption("#act", "hold");
      page.click("text=What would happen?");
      page.fill("#reason", "audit");
      page.fill("#until", "2027-03-20");
      page.click("text=What would happen?");
      assertThat(page.textContent("main"))
          .contains("Nothing happens to the guest until 2027-03-20");
      assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
      assertThat(barriers(page)).isEmpty();
      page.click("text=Do it");
      assertThat(page.textContent("main")).contains("On hold: nothing happens to the guest");
      page.reload(); // sends the form again
      assertThat(house.store.answers().of(lifecycle.openingId()))
          .extracting(AnswerRow::actorId, AnswerRow::choice, AnswerRow::state)
          .containsExactly(tuple(tenant.idOf(Employee.EMMA), "HOLD", "APPLIED"));
    }
  }

  @Test
  void an_auditor_reads_and_cannot_act_even_with_a_form_of_their_own() {
    try (BrowserContext context = somebody()) {
      Page page =
          signedIn(context, Employee.BORIS, "Auditor", "/lifecycles/" + lifecycle.openingId());
      assertThat(page.textContent("h1")).contains("Ann Attended");
      assertThat(page.querySelector("form.acts")).isNull();
      page.navigate("/operator");
      assertThat(page.querySelector("#gate-reason")).isNull();
      String token = page.getAttribute("form[action='/sign-out'] input[name=_csrf]", "value");

      APIResponse answer =
          context
              .request()
              .post(
                  base + "/operator/gate/close",
                  RequestOptions.create()
                      .setForm(FormData.create().set("_csrf", token).set("reason", "x")));

      assertThat(answer.status()).isEqualTo(403);
      assertThat(house.store.safety().current().gateIsOpen()).isTrue();
    }
  }

  @Test
  void without_the_token_of_the_session_nothing_is_posted() {
    try (BrowserContext context = somebody()) {
      signedIn(context, Employee.EMMA, "Operator", "/operator");
      APIResponse answer =
          context
              .request()
              .post(
                  base + "/operator/gate/close",
                  RequestOptions.create().setForm(FormData.create().set("reason", "x")));

      assertThat(answer.status()).isEqualTo(403);
      assertThat(context.cookies().getFirst().httpOnly).isTrue();
      assertThat(context.cookies().getFirst().sameSite.name()).isEqualTo("LAX");
    }
  }

  @Test
  void who_has_no_role_that_reads_is_not_let_in_and_who_signs_out_is_out() {
    try (BrowserContext sponsor = somebody();
        BrowserContext context = somebody()) {
      Page closed = signedIn(sponsor, Employee.ANNA, "Sponsor", "/operator");
      assertThat(closed.textContent("h1")).contains("Not for you");

      Page page = signedIn(context, Employee.EMMA, "Operator", "/operator");
      String before = context.cookies().getFirst().value;
      page.click("text=Sign out");
      assertThat(page.textContent("h1")).isEqualTo("You are signed out");
      page.navigate("/operator");
      assertThat(page.url()).startsWith(provider.issuer());
      assertThat(context.cookies()).noneMatch(cookie -> cookie.value.equals(before));
    }
  }

  @Test
  void the_pages_prove_themselves_by_a_certificate_where_there_is_no_secret() throws Exception {
    var store = certificate();
    Path pem = Files.createTempFile("pages", ".pem");
    Files.writeString(
        pem,
        block("CERTIFICATE", store.getCertificate("pages").getEncoded())
            + block("PRIVATE KEY", store.getKey("pages", PASSWORD).getEncoded()));
    try (var strict = new SignInServer(tenant, Clock.systemUTC())) {
      strict.register((X509Certificate) store.getCertificate("pages"));
      try (Serve certified = pages(strict, Map.of("GATEHOUSE_OIDC_CERTIFICATE", pem.toString()));
          Serve secret = pages(strict, Map.of("GATEHOUSE_OIDC_CLIENT_SECRET", strict.secret()));
          BrowserContext one = somebody("http://127.0.0.1:" + certified.port());
          BrowserContext other = somebody("http://127.0.0.1:" + secret.port())) {
        assertThat(signedIn(one, Employee.EMMA, "Auditor", "/operator").textContent(".who"))
            .contains("Emma Lindqvist");
        assertThat(signedIn(other, Employee.EMMA, "Auditor", "/operator").textContent("h1"))
            .isEqualTo("You are not signed in");
      }
    }
  }

  private static KeyStore certificate() throws Exception {
    Path file = Files.createTempDirectory("pages").resolve("pages.pfx");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "pages",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=pages",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    made.getInputStream().readAllBytes();
    assertThat(made.waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private static String block(String type, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(type, Base64.getMimeEncoder().encodeToString(content));
  }

  @Test
  void a_sponsor_s_link_needs_no_session_and_makes_none() throws Exception {
    LifecycleRow asked =
        house.lifecycle(house.guest("Ann Linked", "STALE", "IN_PROGRESS", 200), Role.SPONSOR);
    var visitor = new Visitor(serve.port());
    var page = visitor.get("/a/" + house.token(asked, Duration.ofDays(9)));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(visitor.get("/clock").statusCode()).isEqualTo(200);
  }
}
