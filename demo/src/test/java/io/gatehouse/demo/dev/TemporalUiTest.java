package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.starter.page.Browser;
import io.gatehouse.starter.page.web.TemporalUi;
import io.gatehouse.store.lifecycle.LifecycleRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an administrator reads in Temporal's own UI. Pictures stay in {@code target/pages}. */
class TemporalUiTest {
  private static RealHouse real;
  private static Browser browser;
  private static TemporalUi ui;
  private static LifecycleRow row;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    real = RealHouse.start();
    real.openLifecycles();
    ui = new TemporalUi(real.house().temporal().ui(), "default", real.house().settings().tenant());
    row = real.await(NamedGuest.NO_SPONSOR, it -> it.nextAt() != null);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (real != null) {
      real.close();
    }
  }

  private static Page at(BrowserContext visit, String address) {
    Page page = visit.newPage();
    page.navigate(address);
    return page;
  }

  @Test
  void our_link_leads_to_the_lifecycles_it_speaks_of_and_to_no_others() {
    try (BrowserContext visit = visit()) {
      Page page = at(visit, ui.lifecycles("OPEN", row.trigger()));
      Browser.shows(page, "guest/" + real.house().settings().tenant());

      assertThat(Browser.text(page)).doesNotContain("desk/").doesNotContain("scan/");
      Browser.picture(page, "temporal-list");
    }
  }

  @Test
  void a_case_says_what_each_timer_and_activity_is_for() {
    try (BrowserContext visit = visit()) {
      Page page = history(visit);

      Browser.shows(page, "find who answers, and ask");
      Browser.shows(page, "answer of the steward");
      Browser.picture(page, "temporal-timeline");
    }
  }

  @Test
  void its_details_say_why_it_is_there_where_it_stands_and_what_helps() {
    try (BrowserContext visit = visit()) {
      Page page = history(visit);
      page.getByText("User Metadata").first().click();

      rendered(page, 0, "opening " + row.openingId());
      rendered(page, 2, "Stage");
      rendered(page, 2, "answer of the");
      rendered(page, 2, "What helps");
      Browser.picture(page, "temporal-metadata");
    }
  }

  @Test
  void they_lead_back_to_who_the_guest_is() {
    try (BrowserContext visit = visit()) {
      Page page = history(visit);
      page.getByText("User Metadata").first().click();

      String link = frame(page, 1).getByText("Who the guest is").getAttribute("href");

      assertThat(link)
          .isEqualTo(real.house().settings().pages().baseUrl() + "/lifecycles/" + row.openingId());
    }
  }

  @Test
  void its_attributes_stand_beside_it() {
    try (BrowserContext visit = visit()) {
      Page page = history(visit);
      page.getByText("Search Attributes").first().click();

      Browser.shows(page, "GatehouseStage");
      Browser.shows(page, "ASKED");
      Browser.shows(page, "GatehouseTrigger");
      Browser.shows(page, row.trigger());
    }
  }

  /** The UI renders each piece of Markdown in a frame of its own: summary, details, current. */
  private static FrameLocator frame(Page page, int which) {
    return page.frameLocator("iframe >> nth=" + which);
  }

  private static void rendered(Page page, int which, String text) {
    frame(page, which).getByText(text).first().waitFor();
  }

  private static Page history(BrowserContext visit) {
    Page page = at(visit, ui.lifecycle(row.guestId()));
    page.locator("table a[href*='guest']").first().click();
    return page;
  }

  private static BrowserContext visit() {
    return browser.visit(ui.address(), 1440, ColorScheme.LIGHT);
  }
}
