package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Trigger;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.GuestSketch;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.Visitor;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SponsorPageTest {
  private static final Duration VALID = Duration.ofDays(60);

  /** Whom the example's policy excludes. */
  private static final String EXCLUDED = "5f0c2a44-9b7e-4f0e-8b1d-0c6f3a9d2e71";

  private static TestHouse house;
  private static Serve serve;
  private static Visitor visitor;

  @BeforeAll
  static void open() {
    house = new TestHouse();
    house.work();
    serve = house.serve();
    visitor = new Visitor(serve.port());
  }

  @AfterAll
  static void close() {
    serve.close();
    house.close();
  }

  @Test
  void a_link_shows_the_guest_and_chooses_nothing() {
    String token = house.token(asked("Ann Visible"), VALID);

    HttpResponse<String> page = visitor.get("/a/" + token);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Ann Visible", "ann.visible@partner.example.com", "Partner Ltd", "200 days ago")
        .doesNotContain("checked=");
  }

  @Test
  void unknown_malformed_and_expired_links_get_the_same_page() {
    String expired = house.token(asked("Ann Expired"), Duration.ZERO);

    var pages =
        List.of("AAAAAAAAAAAAAAAAAAAAAA", "x", expired, "%00", "....%2F..").stream()
            .map(token -> visitor.get("/a/" + token))
            .toList();

    assertThat(pages.subList(0, 3))
        .allSatisfy(page -> assertThat(page.statusCode()).isEqualTo(404));
    assertThat(pages.subList(0, 3))
        .extracting(HttpResponse::body)
        .containsOnly(pages.getFirst().body());
    assertThat(pages).noneSatisfy(page -> assertThat(page.statusCode()).isEqualTo(200));
    assertThat(pages).noneSatisfy(page -> assertThat(page.body()).contains("Ann"));
  }

  @Test
  void opening_a_link_twice_changes_nothing() {
    LifecycleRow lifecycle = asked("Ann Untouched");
    String token = house.token(lifecycle, VALID);

    String first = visitor.get("/a/" + token).body();
    String second = visitor.get("/a/" + token).body();

    assertThat(second).isEqualTo(first);
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
    assertThat(house.store.ledger().of(lifecycle.openingId())).isEmpty();
    assertThat(house.store.lifecycles().find(lifecycle.openingId())).contains(lifecycle);
  }

  @Test
  void a_head_request_is_answered_like_a_get_and_records_nothing() {
    LifecycleRow lifecycle = asked("Ann Head");
    String token = house.token(lifecycle, VALID);

    HttpResponse<String> page = visitor.head("/a/" + token);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEmpty();
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
  }

  @Test
  void a_scanner_that_posts_the_empty_form_decides_nothing() {
    LifecycleRow lifecycle = asked("Ann Scanned");
    String token = house.token(lifecycle, VALID);

    HttpResponse<String> bare = visitor.post("/a/" + token, "");
    HttpResponse<String> defaults = visitor.post("/a/" + token, "reason=&until=&who=");
    HttpResponse<String> chosen = visitor.post("/a/" + token, "choice=remove&reason=&until=&who=");

    assertThat(List.of(bare, defaults, chosen))
        .allSatisfy(page -> assertThat(page.statusCode()).isEqualTo(422))
        .allSatisfy(page -> assertThat(page.body()).contains("Nothing was recorded yet"));
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
  }

  @Test
  void what_was_typed_is_not_lost_when_something_is_wrong() {
    String token = house.token(asked("Ann Typed"), VALID);

    HttpResponse<String> page =
        visitor.post("/a/" + token, "choice=keep&reason=the+%3Caudit%3E+runs&until=2031-01-01");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("the &lt;audit&gt; runs", "value=\"2031-01-01\"", "checked=\"checked\"")
        .contains("Choose a day up to 2028-02-29.");
  }

  @Test
  void an_answer_is_recorded_shown_and_taken_by_the_lifecycle() {
    LifecycleRow lifecycle = running("Ann Kept");
    String token = house.token(lifecycle, VALID);

    HttpResponse<String> page =
        visitor.post("/a/" + token, "choice=keep&reason=the+audit+runs&until=2027-06-30");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Recorded", "30 June 2027", "the audit runs", "3 Mar 2027, 09:00");
    assertThat(visitor.get("/a/" + token).body()).contains("Your answer", "the audit runs");
    assertThat(house.store.answers().of(lifecycle.openingId()))
        .extracting(AnswerRow::state)
        .containsExactly("APPLIED");
    assertThat(house.store.lifecycles().find(lifecycle.openingId()).orElseThrow().stage())
        .isEqualTo("ANSWERED");
  }

  @Test
  void a_different_answer_replaces_the_first_one_and_the_same_again_does_not() {
    LifecycleRow lifecycle = running("Ann Changed");
    String token = house.token(lifecycle, VALID);
    String keep = "choice=keep&reason=first&until=2027-06-30";

    visitor.post("/a/" + token, keep);
    visitor.post("/a/" + token, keep);
    HttpResponse<String> page = visitor.post("/a/" + token, "choice=remove&reason=second+thought");

    assertThat(page.body()).contains("Recorded", "second thought");
    assertThat(house.store.answers().of(lifecycle.openingId()))
        .extracting(AnswerRow::choice)
        .containsExactly("KEEP", "REMOVE");
  }

  @Test
  void an_answer_that_is_not_mine_asks_somebody_else_and_ends_the_page() {
    LifecycleRow lifecycle = running("Ann Elsewhere");
    String token = house.token(lifecycle, VALID);

    visitor.post("/a/" + token, "choice=not-mine&reason=left+my+team&who=Carol");

    assertThat(visitor.get("/a/" + token).body())
        .contains("somebody else is asked now", "You named")
        .doesNotContain("<form");
    assertThat(visitor.post("/a/" + token, "choice=remove&reason=x").statusCode()).isEqualTo(409);
  }

  @Test
  void the_steward_is_not_offered_to_pass_the_question_on() {
    LifecycleRow lifecycle =
        house.lifecycle(house.guest("Ann Last", "STALE", "IN_PROGRESS", 200), Role.STEWARD);
    String token = house.token(lifecycle, VALID);

    assertThat(visitor.get("/a/" + token).body()).doesNotContain("not-mine");
    assertThat(visitor.post("/a/" + token, "choice=not-mine&reason=x").statusCode()).isEqualTo(422);
  }

  @Test
  void the_owner_of_an_exclusion_is_asked_about_that_and_about_no_account() {
    GuestRow guest = house.guest(GuestSketch.of(EXCLUDED, "Ann Excepted"));
    LifecycleRow lifecycle =
        house.running(house.lifecycle(guest, Trigger.EXCLUSION_ENDS, Role.OWNER));
    String token = house.token(lifecycle, VALID);

    String page = visitor.get("/a/" + token).body();

    assertThat(page)
        .contains("Is the exception for <bdi>Ann Excepted</bdi> still needed?")
        .contains("left alone until 31 March 2027")
        .contains("break-glass account of the managed service partner")
        .contains("Let it end")
        .doesNotContain("not needed any more", "is disabled", "as a whole");
    visitor.post("/a/" + token, "choice=remove&reason=the+partner+is+gone");
    assertThat(visitor.get("/a/" + token).body())
        .contains("<strong>Let it end</strong>", "the partner is gone");
  }

  @Test
  void an_invitation_that_was_never_redeemed_is_shown_with_its_day() {
    GuestRow guest =
        house.guest(
            GuestSketch.of("Ann Invited")
                .invitation("PendingAcceptance", Instant.parse("2026-11-02T10:00:00Z"))
                .created(Instant.parse("2026-08-01T10:00:00Z")));
    LifecycleRow lifecycle = house.lifecycle(guest, Trigger.INVITATION_NOT_REDEEMED, Role.INVITER);

    assertThat(visitor.get("/a/" + house.token(lifecycle, VALID)).body())
        .contains("The invitation sent on 2 November 2026 was never accepted.")
        .contains("you invited the guest")
        .contains("Invitation sent");
  }

  @Test
  void an_account_that_was_given_back_is_told_so() {
    LifecycleRow lifecycle = asked("Ann Returned");
    String token = house.token(lifecycle, VALID);
    house
        .store
        .lifecycles()
        .close(lifecycle.openingId(), "RESTORED", "given back", house.clock.instant());

    assertThat(visitor.get("/a/" + token).body()).contains("the account was given back");
  }

  @Test
  void a_closed_lifecycle_shows_what_happened_and_takes_nothing() {
    LifecycleRow lifecycle = asked("Ann Closed");
    String token = house.token(lifecycle, VALID);
    house
        .store
        .lifecycles()
        .close(
            lifecycle.openingId(),
            "STOOD_DOWN",
            "the guest signed in again",
            house.clock.instant());

    assertThat(visitor.get("/a/" + token).body())
        .contains("the guest signed in again")
        .doesNotContain("<form");
    assertThat(visitor.post("/a/" + token, "choice=remove&reason=x").statusCode()).isEqualTo(409);
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
  }

  @Test
  void a_hostile_name_stays_text() {
    LifecycleRow lifecycle = asked("<script>alert(1)</script>");

    String page = visitor.get("/a/" + house.token(lifecycle, VALID)).body();

    assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
  }

  private static LifecycleRow asked(String name) {
    return house.lifecycle(house.guest(name, "STALE", "IN_PROGRESS", 200), Role.SPONSOR);
  }

  private static LifecycleRow running(String name) {
    return house.running(house.guest(name, "STALE", "IN_PROGRESS", 200));
  }
}
