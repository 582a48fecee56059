package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.guest.ScanPage;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.scan.PageRow;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanReaderTest {
  private static final String GUESTS = "^/v1.0/users$";
  private static final int LISTED = NamedGuest.listed().size();

  private final TryHouse house = new TryHouse();
  private final ScanRun run = new ScanRun(house);

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void a_crowd_is_read_page_by_page_of_at_most_500() {
    house.tenant().addCrowd(1_200);

    String scan = run.read();

    assertThat(pages(scan)).extracting(PageRow::guests).containsExactly(500, 500, 200 + LISTED);
    assertThat(house.store().guestList().tally(UUID.fromString(scan)).population())
        .isEqualTo(1_200 + LISTED);
  }

  @Test
  void a_page_that_is_read_twice_is_the_same_page() {
    house.tenant().addCrowd(600);
    String scan = run.read();
    List<PageRow> before = pages(scan);
    Map<String, Long> standings = house.store().guestList().byStanding();

    ScanPage again = run.reader().readPage(scan, 2);

    assertThat(again).isEqualTo(new ScanPage(100 + LISTED, false));
    assertThat(pages(scan)).extracting(PageRow::sha256).isEqualTo(shas(before));
    assertThat(house.store().guestList().byStanding()).isEqualTo(standings);
    assertThat(house.store().guestList().tally(UUID.fromString(scan)).population())
        .isEqualTo(600 + LISTED);
  }

  private static List<String> shas(List<PageRow> pages) {
    return pages.stream().map(PageRow::sha256).toList();
  }

  @Test
  void an_empty_page_with_a_next_one_does_not_end_the_scan() {
    house.sandbox().graph().turnOn(Quirk.EMPTY_FIRST_PAGE);

    String scan = run.read();

    assertThat(pages(scan)).extracting(PageRow::guests).containsExactly(0, LISTED);
  }

  @Test
  void short_pages_are_read_to_the_end() {
    house.tenant().addCrowd(600);
    house.sandbox().graph().turnOn(Quirk.SHORT_PAGE);

    assertThat(pages(run.read()))
        .extracting(PageRow::guests)
        .containsExactly(250, 250, 100 + LISTED);
  }

  @Test
  void a_malformed_guest_is_unknown_with_the_reason_and_costs_nobody_else() {
    house.relay().rewrite(GUESTS, json -> json.replace("\"Maria Silva\"", "{\"first\":\"Maria\"}"));

    run.read();

    GuestRow row = run.row(NamedGuest.PLAINLY_STALE);
    assertThat(row.inactivity()).isEqualTo("UNKNOWN");
    assertThat(row.standing()).isEqualTo("UNKNOWN");
    assertThat(row.standingReason()).contains("cannot be read").contains("displayName");
    assertThat(house.store().guestList().byStanding()).containsEntry("IN_PROGRESS", 31L);
  }

  @Test
  void a_guest_without_an_id_is_counted_and_no_row() {
    house
        .relay()
        .rewrite(
            GUESTS,
            json ->
                json.replace("\"" + house.idOf(NamedGuest.PLAINLY_STALE) + "\"", "\"no such id\""));

    String scan = run.read();
    run.judge(scan);

    assertThat(run.scan(scan).population()).isEqualTo(LISTED);
    assertThat(run.scan(scan).unreadable()).isEqualTo(1);
    assertThat(house.store().guests().find(house.idOf(NamedGuest.PLAINLY_STALE))).isEmpty();
  }

  @Test
  void an_unreadable_date_is_unknown_even_beside_an_old_one() {
    house
        .relay()
        .rewrite(
            GUESTS,
            json ->
                json.replaceAll(
                    "\"lastSuccessfulSignInDateTime\":\"[^\"]*\"",
                    "\"lastSuccessfulSignInDateTime\":\"yesterday\""));

    run.read();

    assertThat(run.row(NamedGuest.PLAINLY_STALE).inactivity()).isEqualTo("UNKNOWN");
  }

  @Test
  void a_throttled_page_waits_as_long_as_graph_asks() {
    house
        .sandbox()
        .graph()
        .faults()
        .inject("GET", "^/users$", 1, new Fault.Throttled(Duration.ofMinutes(5)));

    ApplicationFailure failure = catchThrowableOfType(ApplicationFailure.class, () -> run.read());

    assertThat(failure.getType()).isEqualTo("THROTTLED");
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void a_missing_licence_is_not_retried() {
    house.sandbox().graph().turnOn(Quirk.NO_PREMIUM_LICENCE);

    ApplicationFailure failure = catchThrowableOfType(ApplicationFailure.class, () -> run.read());

    assertThat(failure.getType()).isEqualTo("LICENCE_MISSING");
    assertThat(house.store().guestList().byStanding()).isEmpty();
  }

  private List<PageRow> pages(String scan) {
    return house.store().scans().pages(UUID.fromString(scan), "GUESTS");
  }
}
