package io.gatehouse.worker.guest;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.ScanPage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryTemporal;
import io.gatehouse.worker.sponsor.Asker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A house in which each reading of the directory can come next. */
final class ReadingScene {
  /** Everything an activity that reads may leave behind. */
  record Memory(
      Object standings,
      Object lifecycles,
      Object questions,
      Object pages,
      Object told,
      Object log) {}

  private final TryHouse house;
  private final ScanRun run;
  private final Asker asker;
  private final GuestLooker looker;
  private final LifecycleRef ref;
  private final String scan;

  ReadingScene(TryHouse house) {
    this.house = house;
    this.run = new ScanRun(house);
    this.asker = new Asker(house.house(), house.reader(), TryTemporal.client());
    this.looker = new GuestLooker(house.house(), house.looker());
    this.ref = house.opened(NamedGuest.SPONSOR_SILENT);
    this.scan = run.begin();
  }

  ScanRun run() {
    return run;
  }

  LifecycleRef ref() {
    return ref;
  }

  /** The scan that has read what opening needs. */
  String allAreRead() {
    run.readSponsors(scan);
    run.readGuests(scan);
    return scan;
  }

  void prepare(DirectoryReading reading) {
    switch (reading) {
      case OPEN -> {
        allAreRead();
        onlyCoOwnerIsDue();
      }
      case ASK_MANAGER -> ask(1);
      case ASK_GROUP -> house.opened(NamedGuest.GROUP_SPONSOR);
      case SILENCE -> { // both who come before the steward got a question
        ask(1);
        ask(2);
        delivered(1);
        delivered(2);
      }
      case SPONSORS, GUESTS, INVITATIONS, ASK_SPONSOR, LOOK -> {}
    }
  }

  private void delivered(int round) {
    UUID openingId = UUID.fromString(ref.openingId());
    house.store().questions().delivered(openingId, round, house.now(), "ENFORCE");
  }

  private void onlyCoOwnerIsDue() {
    house
        .database()
        .app()
        .jdbc()
        .sql(
            """
            update gatehouse.guest set due_for = null
            where tenant = :tenant and guest_id <> :coOwner
            """)
        .param("tenant", house.house().tenant())
        .param("coOwner", house.idOf(NamedGuest.CO_OWNER))
        .update();
  }

  Object perform(DirectoryReading reading) {
    return switch (reading) {
      case SPONSORS -> run.reader().readSponsors(scan, 1);
      case GUESTS -> run.reader().readPage(scan, 1);
      case INVITATIONS -> {
        run.reader().readInvitations(scan);
        yield house.store().invitations().find(house.idOf(NamedGuest.INVITER_KNOWN)).isPresent();
      }
      case OPEN -> opened();
      case ASK_SPONSOR -> ask(1);
      case ASK_MANAGER -> ask(2);
      case ASK_GROUP -> asker.ask(asking(run.running(NamedGuest.GROUP_SPONSOR), 1));
      case SILENCE -> asker.silenceCounts(ref);
      case LOOK -> looker.look(new LookRequest(ref, false, false));
    };
  }

  int opened() {
    OpenedBatch batch = run.reader().open(scan, null);
    return batch.opened() + batch.exempt();
  }

  private Candidate ask(int round) {
    return asker.ask(asking(ref, round));
  }

  private NextAsking asking(LifecycleRef lifecycle, int round) {
    return new NextAsking(
        lifecycle,
        Trigger.INACTIVE,
        round,
        round == 1 ? List.of() : List.of(idOf(Employee.CHIARA)),
        null,
        Duration.ofDays(14),
        List.of());
  }

  private String idOf(Employee employee) {
    return house.tenant().idOf(employee);
  }

  /** What a reading comes to when nothing goes wrong. */
  Object wholly(DirectoryReading reading) {
    return switch (reading) {
      case SPONSORS, GUESTS -> new ScanPage(NamedGuest.listed().size(), false);
      case INVITATIONS, SILENCE -> true;
      case OPEN -> 1;
      case ASK_SPONSOR -> new Candidate(idOf(Employee.CHIARA), Role.SPONSOR);
      case ASK_MANAGER -> new Candidate(idOf(Employee.BORIS), Role.MANAGER);
      case ASK_GROUP -> new Candidate(idOf(Employee.BORIS), Role.MEMBER);
      case LOOK -> new Look.Unchanged();
    };
  }

  Memory memory() {
    UUID scanId = UUID.fromString(scan);
    return new Memory(
        house.store().guestList().byStanding(),
        house.store().lifecycleList().list(LifecycleFilter.all(100)),
        run.running().stream()
            .map(each -> house.store().questions().of(UUID.fromString(each.openingId())))
            .toList(),
        List.of(
            house.store().scans().pages(scanId, "GUESTS"),
            house.store().scans().pages(scanId, "SPONSORS")),
        List.of(house.store().sponsors().tally(scanId), house.store().invitations().newest()),
        run.running().stream().map(house::ledger).toList());
  }
}
