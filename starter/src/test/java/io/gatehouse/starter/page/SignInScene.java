package io.gatehouse.starter.page;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Traces;
import io.gatehouse.peer.Peers;
import io.gatehouse.sandbox.signin.SignInServer;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.serve.Serve;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Pages whose people sign in at a real OpenID Connect provider, with a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SignInScene {
  TestHouse house;
  SignInServer provider;
  Tenant tenant;
  Serve serve;
  Browser browser;
  String base;

  @BeforeAll
  void open() {
    browser = Browser.open();
    house = new TestHouse();
    house.work();
    tenant = new Tenant(7, house.clock);
    provider = new SignInServer(tenant, Clock.systemUTC());
    serve = pages(provider, Map.of("GATEHOUSE_OIDC_CLIENT_SECRET", provider.secret()));
    base = "http://127.0.0.1:" + serve.port();
  }

  /** Pages whose people sign in; where they are has to be known before they listen. */
  Serve pages(SignInServer at, Map<String, String> credential) {
    return pages(at, credential, Encryption.NONE);
  }

  Serve pages(SignInServer at, Map<String, String> credential, Encryption encryption) {
    int port = Peers.freePort();
    var environment = new HashMap<>(house.environment());
    environment.putAll(credential);
    environment.put("GATEHOUSE_PAGES_PORT", Integer.toString(port));
    environment.put("GATEHOUSE_PAGES_BASE_URL", "http://127.0.0.1:" + port);
    environment.put("GATEHOUSE_OIDC_ISSUER", at.issuer());
    environment.put("GATEHOUSE_OIDC_CLIENT_ID", SignInServer.CLIENT_ID);
    return Serve.start(
        Settings.of(environment, Part.DATABASE, Part.READER, Part.PAGES),
        house.people.keys(TestPeople.OLIVIA),
        encryption,
        house.clock,
        house.client,
        Traces.NONE);
  }

  @AfterAll
  void close() {
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

  BrowserContext somebody() {
    return somebody(base);
  }

  BrowserContext somebody(String address) {
    return browser.visit(address, 1200, ColorScheme.LIGHT);
  }

  /** Opens a page, is sent to sign in, and comes back to it. */
  static Page signedIn(BrowserContext context, Employee who, String role, String path) {
    Page page = context.newPage();
    page.navigate(path);
    page.selectOption("select[name=who]", who.name());
    page.selectOption("select[name=role]", role);
    page.click("button");
    page.waitForURL(url -> url.startsWith("http://127.0.0.1:") && !url.contains("/authorize"));
    return page;
  }

  static List<String> barriers(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(violation -> violation.getId())
            .toList();
  }
}
