package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people can do on the pages, by the role they have signed in with. */
class ActsByRoleTest extends SignInScene {
  private LifecycleRow lifecycle;

  @BeforeAll
  void a_lifecycle_runs() {
    lifecycle = house.running("Ann Attended");
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
          .contains("Nothing happens to the guest until 20 March 2027");
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
}
