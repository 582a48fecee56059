package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Sponsors who sign in instead of following a link. */
class SponsorSignInTest extends SignInScene {
  @Test
  void a_sponsor_answers_what_they_are_asked_and_the_evidence_says_how_they_were_proved() {
    LifecycleRow kept = running("Ann Kept", Employee.ANNA);
    asked("Ann Waiting", Employee.ANNA);
    asked("Ann of Boris", Employee.BORIS);
    try (BrowserContext context = somebody()) {
      Page page = signedIn(context, Employee.ANNA, "Sponsor", "/mine");
      assertThat(page.textContent("main"))
          .contains("2 questions wait", "Ann Kept", "Ann Waiting", "Answer by")
          .doesNotContain("Ann of Boris");
      assertThat(barriers(page)).isEmpty();

      page.click("text=Ann Kept");
      assertThat(page.textContent("main")).doesNotContain("whoever has it can answer for you");
      picture(page, "mine-question");
      assertThat(barriers(page)).isEmpty();
      page.check("input[value=keep]");
      page.fill("#reason", "the audit runs");
      page.fill("#until", "2027-06-30");
      page.click("text=Send the answer");
      assertThat(page.textContent("main")).contains("Recorded", "the audit runs");

      page.click("text=All that you are asked");
      assertThat(page.textContent("main"))
          .contains("1 question waits", "You said Keep", "You can change it until");
      assertThat(barriers(page)).isEmpty();
    }
    assertThat(house.store.answers().of(kept.openingId()))
        .extracting(AnswerRow::actorId, AnswerRow::choice, AnswerRow::state)
        .containsExactly(tuple(tenant.idOf(Employee.ANNA), "KEEP", "APPLIED"));
    assertThat(house.store.ledger().of(kept.openingId()))
        .filteredOn(entry -> entry.kind().equals("answer.recorded"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.body()).contains("\"provedBy\":\"SIGN_IN\""));
  }

  @Test
  void the_list_fits_a_narrow_screen_in_the_dark() {
    asked("Ann Narrow", Employee.DAVID);
    try (BrowserContext context = browser.visit(base, 320, ColorScheme.DARK)) {
      Page page = signedIn(context, Employee.DAVID, "Sponsor", "/mine");
      picture(page, "mine");
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
      assertThat(barriers(page)).isEmpty();
    }
  }

  @Test
  void nobody_sees_or_answers_what_somebody_else_is_asked() {
    LifecycleRow asked = asked("Ann Private", Employee.BORIS);
    String question = "/mine/%s/1".formatted(asked.openingId());
    try (BrowserContext context = somebody()) {
      Page page = signedIn(context, Employee.CHIARA, "Sponsor", question);
      assertThat(page.textContent("h1")).isEqualTo("No question here");
      page.navigate("/mine");
      assertThat(page.textContent("main")).contains("Nothing waits for your answer.");

      assertThat(posted(context, question, page).status()).isEqualTo(404);
      assertThat(house.store.answers().of(asked.openingId())).isEmpty();
    }
  }

  @Test
  void a_session_alone_answers_nothing_without_its_token() {
    LifecycleRow asked = asked("Ann Forged", Employee.GRACE);
    String question = "/mine/%s/1".formatted(asked.openingId());
    try (BrowserContext context = somebody()) {
      Page page = signedIn(context, Employee.GRACE, "Sponsor", question);
      FormData forged = FormData.create().set("choice", "remove").set("reason", "forged");
      assertThat(
              context
                  .request()
                  .post(base + question, RequestOptions.create().setForm(forged))
                  .status())
          .isEqualTo(403);
      assertThat(house.store.answers().of(asked.openingId())).isEmpty();

      assertThat(posted(context, question, page).status()).isEqualTo(200);
      assertThat(house.store.answers().of(asked.openingId())).hasSize(1);
    }
  }

  @Test
  void who_has_another_role_has_no_questions_and_a_sponsor_is_shown_the_way_to_theirs() {
    try (BrowserContext operator = somebody();
        BrowserContext sponsor = somebody()) {
      Page closed = signedIn(operator, Employee.EMMA, "Operator", "/mine");
      assertThat(closed.textContent("h1")).isEqualTo("Not for you");

      Page front = signedIn(sponsor, Employee.EMMA, "Sponsor", "/");
      assertThat(front.textContent("h1")).isEqualTo("Not for you");
      front.click("text=What you are asked");
      assertThat(front.textContent("h1")).isEqualTo("What you are asked");
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "pages", name + ".png")));
  }

  private APIResponse posted(BrowserContext context, String question, Page page) {
    String token = page.getAttribute("form[action='/sign-out'] input[name=_csrf]", "value");
    return context
        .request()
        .post(
            base + question,
            RequestOptions.create()
                .setForm(
                    FormData.create()
                        .set("_csrf", token)
                        .set("choice", "remove")
                        .set("reason", "left us")));
  }

  private LifecycleRow asked(String name, Employee whom) {
    return house.lifecycle(
        house.guest(name, "STALE", "IN_PROGRESS", 200),
        Trigger.INACTIVE,
        Role.SPONSOR,
        tenant.idOf(whom));
  }

  private LifecycleRow running(String name, Employee whom) {
    return house.running(asked(name, whom));
  }
}
