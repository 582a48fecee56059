package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.rehearsal.ScanScene;
import io.gatehouse.safety.Judgement;
import io.gatehouse.temporal.FailureType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Read, judge, open. */
class ScanTest {
  @RegisterExtension final ScanScene scan = new ScanScene();

  @Test
  void a_fit_scan_reads_all_pages_and_opens_lifecycles() {
    scan.pages(3);
    scan.nextBatch(new OpenedBatch(5, 2, null));
    scan.runs();

    assertThat(scan.journal())
        .containsExactly(
            "0d scan begins",
            "0d reads sponsors 1",
            "0d reads page 1",
            "0d reads page 2",
            "0d reads page 3",
            "0d keeps invitations",
            "0d judges, failure: null",
            "0d tells running lifecycles",
            "0d opens after null",
            "0d scan ends, opened 5");
    assertThat(scan.report()).isEqualTo(new ScanReport(3, 30, new Judgement.Fit(), 5, 2));
  }

  @Test
  void sponsors_are_read_to_the_last_page_before_the_first_page_of_guests() {
    scan.sponsorPages(3);
    scan.pages(2);
    scan.runs();

    assertThat(scan.journal())
        .containsSubsequence(
            "0d reads sponsors 1",
            "0d reads sponsors 2",
            "0d reads sponsors 3",
            "0d reads page 1",
            "0d reads page 2",
            "0d keeps invitations",
            "0d judges, failure: null");
    assertThat(scan.report().guests()).as("guests are counted once").isEqualTo(20);
  }

  @Test
  void without_the_list_of_sponsors_the_scan_goes_on() {
    scan.sponsorPages(3);
    scan.fails("readSponsors 2", FailureType.FORBIDDEN, "User.Read.All is not granted");
    scan.nextBatch(new OpenedBatch(5, 0, null));
    scan.runs();

    assertThat(scan.journal())
        .containsExactly(
            "0d scan begins",
            "0d reads sponsors 1",
            "0d reads page 1",
            "0d keeps invitations",
            "0d judges, failure: null",
            "0d tells running lifecycles",
            "0d opens after null",
            "0d scan ends, opened 5");
  }

  @Test
  void a_list_of_sponsors_that_does_not_come_for_hours_is_given_up_and_the_scan_goes_on() {
    scan.keepsFailing("readSponsors 1", FailureType.TRANSIENT, "503");
    scan.runs();

    assertThat(scan.journal()).anyMatch(line -> line.contains("judges, failure: null"));
    assertThat(scan.report().judgement()).isEqualTo(new Judgement.Fit());
  }

  @Test
  void without_the_invitations_the_scan_goes_on() {
    scan.fails("readInvitations", FailureType.FORBIDDEN, "AuditLog.Read.All is not granted");
    scan.nextBatch(new OpenedBatch(5, 0, null));
    scan.runs();

    assertThat(scan.journal())
        .containsExactly(
            "0d scan begins",
            "0d reads sponsors 1",
            "0d reads page 1",
            "0d judges, failure: null",
            "0d tells running lifecycles",
            "0d opens after null",
            "0d scan ends, opened 5");
  }

  @Test
  void opening_keeps_a_pace_and_a_cursor() {
    scan.nextBatch(new OpenedBatch(5, 0, "guest-5"));
    scan.nextBatch(new OpenedBatch(5, 1, "guest-11"));
    scan.nextBatch(new OpenedBatch(1, 0, null));
    scan.runs();

    assertThat(scan.journal())
        .containsSubsequence(
            "0d opens after null",
            "0d opens after guest-5",
            "0d opens after guest-11",
            "0d scan ends, opened 11");
    List<HistoryEvent> pauses =
        scan.town().history("scan/contoso").getEvents().stream()
            .filter(HistoryEvent::hasTimerStartedEventAttributes)
            .toList();
    assertThat(pauses)
        .extracting(e -> e.getTimerStartedEventAttributes().getStartToFireTimeout().getSeconds())
        .containsExactly(5L, 5L);
    assertThat(scan.report().exempt()).isEqualTo(1);
  }

  @Test
  void an_unfit_scan_opens_nothing_and_wakes_nobody() {
    var unfit = new Judgement.Unfit(List.of("the tenant shows no guest at all"));
    scan.judgement(unfit);
    scan.runs();

    assertThat(scan.journal())
        .containsExactly(
            "0d scan begins",
            "0d reads sponsors 1",
            "0d reads page 1",
            "0d keeps invitations",
            "0d judges, failure: null",
            "0d scan ends, opened 0");
    assertThat(scan.report().judgement()).isEqualTo(unfit);
  }

  @Test
  void a_scan_with_nothing_to_compare_opens_nothing() {
    scan.judgement(new Judgement.TooEarly("the first complete scan"));
    scan.runs();

    assertThat(scan.journal()).noneMatch(line -> line.contains("opens")).hasSize(6);
    assertThat(scan.report().opened()).isZero();
  }

  @Test
  void a_page_that_is_refused_for_good_becomes_the_judges_reason() {
    scan.pages(3);
    scan.pageFails(2, FailureType.FORBIDDEN, "AuditLog.Read.All is not granted");
    scan.judgement(new Judgement.Unfit(List.of("not all pages were read")));
    scan.runs();

    assertThat(scan.journal())
        .containsExactly(
            "0d scan begins",
            "0d reads sponsors 1",
            "0d reads page 1",
            "0d keeps invitations",
            "0d judges, failure: AuditLog.Read.All is not granted",
            "0d scan ends, opened 0");
    assertThat(scan.report().pages()).isEqualTo(1);
  }

  @Test
  void a_page_that_is_throttled_is_read_later() {
    scan.pages(2);
    scan.pageFails(2, FailureType.THROTTLED, "too many requests");
    scan.runs();

    assertThat(scan.report().pages()).isEqualTo(2);
  }

  @Test
  void a_directory_that_stays_away_for_hours_becomes_the_judges_reason() {
    scan.keepsFailing("readPage 1", FailureType.TRANSIENT, "503");
    scan.judgement(new Judgement.Unfit(List.of("not all pages were read")));
    scan.runs();

    assertThat(scan.journal())
        .anyMatch(line -> line.contains("judges, failure: ") && !line.contains("null"));
    assertThat(scan.report().pages()).isZero();
  }
}
