package io.gatehouse.worker.guest;

import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.GuestAnswer;
import io.gatehouse.graph.read.GuestPage;
import io.gatehouse.graph.read.InvitationPage;
import io.gatehouse.graph.read.SponsorPage;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.ScanPage;
import io.gatehouse.guest.ScanReadActivities;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.scan.PageRow;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import io.gatehouse.store.sponsor.InvitationRow;
import io.gatehouse.worker.guest.LifecycleOpener.Result;
import io.gatehouse.worker.house.Failures;
import io.gatehouse.worker.house.House;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads pages of guests into the store, and opens lifecycles for those due. */
public final class ScanReader implements ScanReadActivities {
  /** With {@code signInActivity} selected a page never holds more (Microsoft Learn: user-list). */
  static final int PAGE_SIZE = 500;

  /** Each due guest costs about five calls for guards: a batch stays well within one attempt. */
  private static final int BATCH = 10;

  /**
   * Free tenants keep seven days, premium ones thirty (entra-docs:
   * reference-reports-data-retention).
   */
  private static final Duration AUDIT_LOG_KEEPS = Duration.ofDays(30);

  /** Graph allows five reads of the audit log in ten seconds (Learn: throttling-limits). */
  private static final int INVITATION_PAGES = 5;

  /** Entries appear minutes to hours late (Learn: reports latency). */
  private static final Duration LATE_ENTRIES = Duration.ofDays(1);

  private static final String GUESTS = "GUESTS";
  private static final String SPONSORS = "SPONSORS";

  private final House house;
  private final DirectoryReader directory;
  private final LifecycleOpener opener;

  public ScanReader(House house, DirectoryReader directory, LifecycleOpener opener) {
    this.house = house;
    this.directory = directory;
    this.opener = opener;
  }

  @Override
  public ScanPage readSponsors(String scan, int page) {
    UUID scanId = UUID.fromString(scan);
    SponsorPage read =
        Failures.translated(
            () -> directory.sponsors(continuation(scanId, SPONSORS, page), PAGE_SIZE));
    List<GuestSponsorsRow> told = read.guests().stream().map(SponsorRows::of).toList();
    int guests = told.size() + read.untold();
    house
        .store()
        .inTransaction(() -> {
          house.store().sponsors().record(scanId, told);
          house.store().people().upsert(SponsorRows.people(read.guests(), house.now()));
          house
              .store()
              .scans()
              .recordPage(
                  new PageRow(
                      scanId,
                      SPONSORS,
                      page,
                      guests,
                      read.nextLink(),
                      read.sha256(),
                      read.requestId(),
                      house.now()));
        });
    return new ScanPage(guests, read.nextLink() != null);
  }

  @Override
  public ScanPage readPage(String scan, int page) {
    UUID scanId = UUID.fromString(scan);
    GuestPage read =
        Failures.translated(() -> directory.guests(continuation(scanId, GUESTS, page), PAGE_SIZE));
    house.store().inTransaction(() -> record(scanId, page, read, house.now()));
    return new ScanPage(read.guests().size(), read.nextLink() != null);
  }

  private @Nullable String continuation(UUID scanId, String list, int page) {
    return page == 1
        ? null
        : house.store().scans().page(scanId, list, page - 1).map(PageRow::nextLink).orElseThrow();
  }

  private void record(UUID scanId, int page, GuestPage read, Instant now) {
    Store store = house.store();
    List<String> ids = read.guests().stream().flatMap(guest -> id(guest).stream()).toList();
    var known =
        new GuestRows.Known(
            store.guests().lockKnown(ids),
            store.lifecycles().openAmong(ids),
            store.sponsors().of(ids, scanId));
    var rows = new GuestRows(house.policy(), known, scanId, now);
    store.guests().upsert(read.guests().stream().flatMap(guest -> row(rows, guest)).toList());
    store
        .scans()
        .recordPage(
            new PageRow(
                scanId,
                GUESTS,
                page,
                read.guests().size(),
                read.nextLink(),
                read.sha256(),
                read.requestId(),
                now));
  }

  private static Optional<String> id(GuestAnswer answer) {
    return switch (answer) {
      case GuestAnswer.Readable readable -> Optional.of(readable.guest().id());
      case GuestAnswer.Unreadable(String id, String _) -> Optional.ofNullable(id);
    };
  }

  /**
   * Newest first, as Graph lists them, and kept together: the newest one kept is where the next
   * scan goes on. As many pages as the budget gives at once, five thousand invitations; older ones
   * of a tenant that invites more than that in a month are left out.
   */
  @Override
  public void readInvitations(String scan) {
    Instant oldest = house.now().minus(AUDIT_LOG_KEEPS);
    Instant from =
        house
            .store()
            .invitations()
            .newest()
            .map(newest -> newest.minus(LATE_ENTRIES))
            .filter(oldest::isBefore)
            .orElse(oldest);
    var invitations = new ArrayList<InvitationRow>();
    String next = null;
    int pages = 0;
    do {
      String link = next;
      InvitationPage page = Failures.translated(() -> directory.invitations(from, link));
      pages++;
      page.invitations()
          .forEach(i ->
              invitations.add(
                  new InvitationRow(i.guestId(), i.at(), i.inviterId(), i.application())));
      next = page.nextLink();
    } while (next != null && pages < INVITATION_PAGES);
    house.store().inTransaction(() -> house.store().invitations().upsert(invitations));
  }

  private static Stream<GuestRow> row(GuestRows rows, GuestAnswer answer) {
    return switch (answer) {
      case GuestAnswer.Readable readable -> Stream.of(rows.readable(readable.guest()));
      case GuestAnswer.Unreadable(String id, String reason) when id != null ->
          Stream.of(rows.unreadable(id, reason));
      // Counted with the page, so that the population does not add up and the judge sees it.
      case GuestAnswer.Unreadable _ -> Stream.empty();
    };
  }

  @Override
  public OpenedBatch open(String scan, @Nullable String cursor) {
    UUID scanId = UUID.fromString(scan);
    List<GuestRow> due =
        house.store().guests().due(scanId, cursor == null ? "" : cursor, BATCH, house.now());
    List<Result> results = Failures.translated(() -> opener.open(due));
    return new OpenedBatch(
        Collections.frequency(results, Result.OPENED),
        Collections.frequency(results, Result.EXEMPT), // the pages show the others
        due.size() < BATCH ? null : due.getLast().guestId());
  }
}
