package io.gatehouse.worker.guest;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.guest.Evidence;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookActivities;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Change;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.Failures;
import io.gatehouse.worker.house.House;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reads one guest again while its lifecycle waits. */
public final class GuestLooker implements LookActivities {
  private final House house;
  private final DirectoryReader directory;

  public GuestLooker(House house, DirectoryReader directory) {
    this.house = house;
    this.directory = directory;
  }

  @Override
  public Look look(LookRequest request) {
    try {
      Optional<GuestFacts> guest = find(directory, request.ref().guestId());
      return change(request, guest).<Look>map(Look.Changed::new).orElseGet(Look.Unchanged::new);
    } catch (GraphException e) {
      throw Failures.of(e);
    }
  }

  private Optional<Change> change(LookRequest request, Optional<GuestFacts> guest) {
    if (request.deleted()) {
      return guest.map(_ -> Change.RESTORED_BY_OTHERS);
    }
    if (guest.isEmpty()) {
      return Optional.of(Change.GONE);
    }
    if (!guest.get().isGuest()) {
      return Optional.of(Change.BECAME_MEMBER);
    }
    Boolean enabled = guest.get().accountEnabled(); // null: Graph did not say, which is no change
    if (request.disabled() && Boolean.TRUE.equals(enabled)) {
      return Optional.of(Change.ENABLED_BY_OTHERS);
    }
    if (!request.disabled() && Boolean.FALSE.equals(enabled)) {
      return Optional.of(Change.DISABLED_BY_OTHERS);
    }
    return reasonGone(request, guest.get());
  }

  private Optional<Change> reasonGone(LookRequest request, GuestFacts guest) {
    UUID openingId = UUID.fromString(request.ref().openingId());
    LifecycleRow lifecycle = house.store().lifecycles().find(openingId).orElseThrow();
    Trigger trigger = Trigger.valueOf(lifecycle.trigger());
    int days = Wire.read(lifecycle.plan(), Plan.class).evidenceDays();
    if (trigger == Trigger.SPONSOR_MISSING && !request.disabled()) {
      return house
          .store()
          .guests()
          .find(guest.guestId())
          .filter(row -> row.sponsorship().equals("PRESENT"))
          .map(_ -> Change.SPONSOR_FOUND);
    }
    return Evidence.of(trigger, guest, days, true, house.now()) instanceof Evidence.Ended ended
        ? Optional.of(
            ended.change() == Change.CAME_BACK ? cameBack(request, guest) : ended.change())
        : Optional.empty();
  }

  private Change cameBack(LookRequest request, GuestFacts guest) {
    Instant disabledAt =
        house
            .store()
            .ledger()
            .find(request.ref().openingId() + "/DISABLE/1/proof")
            .map(EntryRow::recordedAt)
            .orElse(null);
    return guest
        .signIns()
        .newest()
        .map(newest -> Change.cameBack(newest, disabledAt))
        .orElse(Change.CAME_BACK);
  }

  /** Empty when the directory does not know the id (any more). */
  public static Optional<GuestFacts> find(DirectoryReader directory, String guestId) {
    try {
      return Optional.of(Reading.facts(directory.guest(guestId)));
    } catch (GraphException e) {
      if (e.failure() instanceof GraphFailure.NotFound) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
