package io.gatehouse.worker.guest;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.GuestAnswer;
import io.gatehouse.graph.read.GuestPage;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.ScanPage;
import io.gatehouse.guest.ScanReadActivities;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.scan.PageRow;
import io.gatehouse.worker.house.Failures;
import io.gatehouse.worker.house.House;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads pages of guests into the store, and opens lifecycles for those due. */
public final class ScanReader implements ScanReadActivities {
  /** With {@code signInActivity} selected a page never holds more (Microsoft Learn: user-list). */
  private static final int PAGE_SIZE = 500;

  /** Each due guest costs two calls for roles: a batch stays well within one attempt. */
  private static final int BATCH = 10;

  private final House house;
  private final DirectoryReader directory;
  private final LifecycleOpener opener;

  public ScanReader(House house, DirectoryReader directory, LifecycleOpener opener) {
    this.house = house;
    this.directory = directory;
    this.opener = opener;
  }

  @Override
  public ScanPage readPage(String scan, int page) {
    UUID scanId = UUID.fromString(scan);
    @Nullable String from =
        page == 1
            ? null
            : house.store().scans().page(scanId, page - 1).map(PageRow::nextLink).orElseThrow();
    GuestPage read;
    try {
      read = directory.guests(from, PAGE_SIZE);
    } catch (GraphException e) {
      throw Failures.of(e);
    }
    Instant now = house.now();
    var rows = new GuestRows(house.policy(), scanId, now);
    List<GuestRow> guests = read.guests().stream().flatMap(guest -> row(rows, guest)).toList();
    house
        .store()
        .inTransaction(() -> {
          house.store().guests().upsert(guests);
          house
              .store()
              .scans()
              .recordPage(
                  new PageRow(
                      scanId,
                      page,
                      read.guests().size(),
                      read.nextLink(),
                      read.sha256(),
                      read.requestId(),
                      now));
        });
    return new ScanPage(read.guests().size(), read.nextLink() != null);
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
    int opened = 0;
    int exempt = 0;
    for (GuestRow guest : due) {
      try {
        switch (opener.open(guest)) {
          case OPENED -> opened++;
          case EXEMPT -> exempt++;
          case ONLY_REPORTED -> {}
        }
      } catch (GraphException e) {
        throw Failures.of(e);
      }
    }
    return new OpenedBatch(opened, exempt, due.size() < BATCH ? null : due.getLast().guestId());
  }
}
