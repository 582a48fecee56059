package io.gatehouse.worker.guest;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.Inactivity;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookActivities;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.safety.Change;
import io.gatehouse.worker.house.Failures;
import io.gatehouse.worker.house.House;
import java.util.Optional;

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
    boolean enabled = !Boolean.FALSE.equals(guest.get().accountEnabled());
    if (request.disabled() && enabled) {
      return Optional.of(Change.ENABLED_BY_OTHERS);
    }
    if (!request.disabled() && !enabled) {
      return Optional.of(Change.DISABLED_BY_OTHERS);
    }
    int days = house.policy().policy().inactive().afterDays();
    return Inactivity.judge(guest.get(), days, house.now()) instanceof Inactivity.Active
        ? Optional.of(Change.CAME_BACK)
        : Optional.empty();
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
