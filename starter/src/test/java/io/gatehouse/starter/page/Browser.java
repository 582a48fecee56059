package io.gatehouse.starter.page;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's Chromium, without a window. */
public final class Browser implements AutoCloseable {
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Path chromium) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox")));
  }

  /** Where it is missing: fails in CI, is skipped with a word elsewhere. */
  public static Browser open() {
    var chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (chromium.isEmpty()) {
      String missing = "no Chromium on this machine: apt-get install chromium";
      return System.getenv("CI") != null ? fail(missing) : abort(missing);
    }
    return new Browser(chromium.get());
  }

  public BrowserContext visit(String base, int width, ColorScheme scheme) {
    return browser.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setBaseURL(base)
            .setViewportSize(width, 900)
            .setColorScheme(scheme)
            .setJavaScriptEnabled(true));
  }

  /** Waits until the page shows the text; keeps a picture of one that does not. */
  public static void shows(Page page, String text) {
    try {
      page.waitForFunction("text => document.body.innerText.includes(text)", text);
    } catch (RuntimeException e) {
      picture(page, "missing");
      throw new AssertionError("the page does not show " + text + " but: " + text(page), e);
    }
  }

  public static String text(Page page) {
    return page.locator("body").innerText();
  }

  /** Kept in {@code target/pages}. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "pages", name + ".png")));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
