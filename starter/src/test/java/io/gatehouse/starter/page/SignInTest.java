package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.gatehouse.sandbox.signin.SignInServer;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.Visitor;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is let in, by which session, and who is not. */
class SignInTest extends SignInScene {
  private static final char[] PASSWORD = "only-for-tests".toCharArray();

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
          Serve secret =
              pages(strict, Map.of("GATEHOUSE_OIDC_CLIENT_SECRET", SignInServer.CLIENT_SECRET));
          BrowserContext one = somebody("http://127.0.0.1:" + certified.port());
          BrowserContext other = somebody("http://127.0.0.1:" + secret.port())) {
        assertThat(signedIn(one, Employee.EMMA, "Auditor", "/operator").textContent(".who"))
            .contains("Emma Lindqvist");
        assertThat(signedIn(other, Employee.EMMA, "Auditor", "/operator").textContent("h1"))
            .isEqualTo("You are not signed in");
      }
    }
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
}
