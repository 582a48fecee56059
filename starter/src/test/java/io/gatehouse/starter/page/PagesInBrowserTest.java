package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.serve.Serve;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages as a browser shows them. Pictures of each stay in {@code target/pages}. */
class PagesInBrowserTest {
  private static TestHouse house;
  private static SampleTenant tenant;
  private static BusyTenant busy;
  private static Serve serve;
  private static Browser browser;

  /** Every kind of page there is. */
  enum Sight {
    GUESTS,
    GUEST,
    LIFECYCLES,
    LIFECYCLE,
    RESTORED,
    REPORT,
    REPORT_WITHOUT_MATCH,
    REPORT_MISTYPED,
    SCANS,
    SCAN,
    SCAN_UNFIT,
    OPERATOR,
    QUESTION,
    EXCEPTION,
    ANSWERED,
    NO_QUESTION,
    NOTHING;

    String path() {
      return switch (this) {
        case GUESTS -> "/";
        case GUEST -> "/guests/" + tenant.asked.guestId();
        case LIFECYCLES -> "/lifecycles";
        case LIFECYCLE -> "/lifecycles/" + tenant.parked.openingId();
        case RESTORED -> "/lifecycles/" + tenant.restored.openingId();
        case REPORT -> "/report";
        case REPORT_WITHOUT_MATCH -> "/report?search=nobody-like-this&state=never";
        case REPORT_MISTYPED -> "/report?days=soon";
        case SCANS -> "/scans";
        case SCAN -> "/scans/" + busy.fit;
        case SCAN_UNFIT -> "/scans/" + busy.unfit;
        case OPERATOR -> "/operator";
        case QUESTION -> "/a/" + tenant.token;
        case EXCEPTION -> "/a/" + tenant.exceptionToken;
        case ANSWERED -> "/a/" + tenant.answeredToken;
        case NO_QUESTION -> "/a/AAAAAAAAAAAAAAAAAAAAAA";
        case NOTHING -> "/nothing-here";
      };
    }
  }

  private static int status(String path) {
    return path.equals(Sight.NOTHING.path()) || path.equals(Sight.NO_QUESTION.path()) ? 404 : 200;
  }

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.open();
    house = new TestHouse();
    house.temporal.start();
    tenant = new SampleTenant(house);
    busy = new BusyTenant(house);
    serve = house.serve();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (serve != null) {
      serve.close();
      house.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_page_has_no_barrier_in_light_on_a_wide_screen(Sight sight) {
    Page page = visit(sight.path(), 1100, ColorScheme.LIGHT);
    keep(page, sight + "-light");

    assertThat(scrolling(page)).isEmpty();
    assertThat(barriers(page)).isEmpty();
    page.context().close();
  }

  @ParameterizedTest
  @EnumSource
  void a_page_has_no_barrier_in_dark_and_fits_a_screen_of_320_pixels(Sight sight) {
    Page page = visit(sight.path(), 320, ColorScheme.DARK);
    keep(page, sight + "-dark-320");

    assertThat(tooWide(page)).isEmpty();
    assertThat(scrolling(page)).isEmpty();
    assertThat(barriers(page)).isEmpty();
    page.context().close();
  }

  @ParameterizedTest
  @EnumSource(names = {"GUESTS", "LIFECYCLES", "REPORT", "SCANS", "SCAN", "OPERATOR"})
  void on_a_narrow_screen_each_row_is_a_card_with_labelled_values_and_stays_a_row(Sight sight) {
    Page page = visit(sight.path(), 320, ColorScheme.LIGHT);
    keep(page, sight + "-light-320");

    assertThat(unlabelled(page)).isEmpty();
    assertThat(page.locator("table.cards").count()).isPositive();
    page.context().close();
  }

  @ParameterizedTest
  @EnumSource
  void a_page_can_be_printed(Sight sight) {
    Page page = visit(sight.path(), 800, ColorScheme.LIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    keep(page, sight + "-print");

    assertThat(page.locator("h1").isVisible()).isTrue();
    assertThat(page.locator("nav:visible").count()).isZero();
    page.context().close();
  }

  @Test
  void a_question_can_be_answered_with_the_keyboard_alone() {
    Page page = visit("/a/" + tenant.token, 1100, ColorScheme.LIGHT);
    press(page, "Tab", "Tab"); // past the link that skips to the content, onto the choices
    press(page, "ArrowDown", "Tab");
    page.keyboard().type("no reason to go on");
    page.keyboard().press("Shift+Tab");
    press(page, "ArrowUp");

    assertThat(page.evaluate("document.querySelector(':checked').value")).isEqualTo("keep");
    page.locator("button").focus();
    press(page, "Enter");

    assertThat(page.locator("[role=alert]").innerText()).contains("Say until when");
    assertThat(page.locator("#reason").inputValue()).isEqualTo("no reason to go on");
    keep(page, "QUESTION-problem");
    assertThat(barriers(page)).isEmpty();
    page.context().close();
  }

  @Test
  void a_page_runs_no_script_and_asks_nobody_else() {
    Page page = visit("/", 1100, ColorScheme.LIGHT);

    assertThat(page.locator("script").count()).isZero();
    assertThat(page.locator("[style]").count()).isZero();
    page.context().close();
  }

  /** What reaches over the right edge and does not scroll by itself. */
  private static List<?> tooWide(Page page) {
    return (List<?>)
        page.evaluate(
            """
            () => [...document.querySelectorAll('body *')]
              .filter(e => !e.closest('.wide') && !e.closest('.for-readers') && !e.matches('.skip'))
              .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
              .map(e => e.outerHTML.slice(0, 120))
            """);
  }

  /** What reaches over the edge of a table, which would have to be scrolled sideways. */
  private static List<?> scrolling(Page page) {
    return (List<?>)
        page.evaluate(
            """
            () => [...document.querySelectorAll('.wide')]
              .filter(e => e.scrollWidth > e.clientWidth)
              .flatMap(e => [e, ...[...e.querySelectorAll('*')].filter(
                inner => inner.getBoundingClientRect().right > e.getBoundingClientRect().right)])
              .map(e => e.outerHTML.slice(0, 120))
            """);
  }

  /**
   * Cells of cards that do not show the head of their column, or are no cells of a row any more.
   */
  private static List<?> unlabelled(Page page) {
    return (List<?>)
        page.evaluate(
            """
            () => [...document.querySelectorAll('.cards tbody td:not([colspan])')].filter(td => {
                const heads = td.closest('table').querySelectorAll('thead th');
                const label = td.getAttribute('data-label') || 'Drawn';
                return td.role !== 'cell' || td.parentElement.role !== 'row'
                  || heads[td.cellIndex].textContent.trim() !== label
                  || label !== 'Drawn' && !getComputedStyle(td, '::before').content.includes(label);
              }).map(td => td.outerHTML.slice(0, 120))
            """);
  }

  private static Page visit(String path, int width, ColorScheme scheme) {
    Page page = browser.visit("http://127.0.0.1:" + serve.port(), width, scheme).newPage();
    assertThat(page.navigate(path).status()).isEqualTo(status(path));
    return page;
  }

  private static List<String> barriers(Page page) {
    return new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  private static void press(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  private static void keep(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "pages", name + ".png")));
  }
}
