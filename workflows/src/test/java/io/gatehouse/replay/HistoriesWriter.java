package io.gatehouse.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.rehearsal.DeskOnServer;
import io.gatehouse.rehearsal.DeskScene;
import io.gatehouse.rehearsal.ScanScene;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.rehearsal.WatchScene;
import io.gatehouse.safety.Judgement;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.watch.WatchedBatch;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Writes the histories of the version in the making; a released version's are never written again.
 * Not named a test, so that only who asks for it runs it.
 *
 * <pre>mvn -pl workflows test -Dtest=HistoriesWriter</pre>
 */
class HistoriesWriter {
  @RegisterExtension final Tenant tenant = new Tenant();
  @RegisterExtension final DeskScene desk = new DeskScene();
  @RegisterExtension final ScanScene scan = new ScanScene();
  @RegisterExtension final WatchScene watch = new WatchScene();

  private static void write(String name, WorkflowExecutionHistory history) throws IOException {
    Histories.write(name, history);
    assertThat(Histories.file(name)).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource
  void lifecycle(LifecyclePath path) throws IOException {
    path.play(tenant);
    write(path.file(), tenant.town().history(WorkflowIds.guest(Tenant.ANN)));
  }

  @Test
  void desk_with_reminders() throws IOException {
    desk.opens("ann");
    desk.opens("carl");
    desk.asks("ann", 1);
    desk.passes(Duration.ofHours(5));
    desk.asks("carl", 1, Duration.ofHours(30));
    desk.passes(Duration.ofDays(4));
    write("desk-with-reminders", desk.town().history(DeskScene.DESK));
  }

  @Test
  void desk_in_trouble() throws IOException {
    desk.nextMailFails(FailureType.NOT_CONFIGURED, "no sender address is configured");
    desk.nextMail(new MailOutcome.Later(Duration.ofHours(2)));
    desk.nextMail(new MailOutcome.Undeliverable());
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofDays(1));
    desk.asks("closed", 1);
    desk.passes(Duration.ofDays(4));
    write("desk-in-trouble", desk.town().history(DeskScene.DESK));
  }

  @Test
  void desk_that_goes_on() throws IOException {
    try (var real = new DeskOnServer()) {
      real.asks(1);
      real.awaitEnd();
      write(Histories.DESK_THAT_GOES_ON, real.historyOfFirstRun());
    }
  }

  private void scanned(String name) throws IOException {
    scan.runs();
    write(name, scan.town().history(WorkflowIds.scan("contoso")));
  }

  @Test
  void scan_fit() throws IOException {
    scan.pages(3);
    scan.nextBatch(new OpenedBatch(5, 0, "guest-5"));
    scan.nextBatch(new OpenedBatch(1, 1, null));
    scanned("scan-fit");
  }

  @Test
  void scan_unfit() throws IOException {
    scan.judgement(new Judgement.Unfit(List.of("no guest has any sign-in date")));
    scanned("scan-unfit");
  }

  @Test
  void scan_with_an_unread_page() throws IOException {
    scan.pages(3);
    scan.pageFails(2, FailureType.FORBIDDEN, "AuditLog.Read.All is not granted");
    scan.judgement(new Judgement.Unfit(List.of("not all pages were read")));
    scanned("scan-with-an-unread-page");
  }

  @Test
  void scan_without_the_list_of_sponsors() throws IOException {
    scan.fails("readSponsors 1", FailureType.FORBIDDEN, "User.Read.All is not granted");
    scan.fails("readInvitations", FailureType.FORBIDDEN, "AuditLog.Read.All is not granted");
    scan.nextBatch(new OpenedBatch(5, 0, null));
    scanned("scan-without-the-list-of-sponsors");
  }

  @Test
  void watch() throws IOException {
    watch.next(new WatchedBatch(1, 1, "opening-200"));
    watch.fails(FailureType.NOT_CONFIGURED, "no database");
    watch.runs();
    write("watch", watch.town().history(WorkflowIds.watch("contoso")));
  }
}
