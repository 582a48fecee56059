package io.gatehouse.worker.guest;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Standing;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Mode;
import io.gatehouse.safety.Guards;
import io.gatehouse.safety.Surroundings;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.safety.SafetyRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.safety.SurroundingsReader;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Opens the lifecycles of guests who are due: the rows first, then the workflows. */
public final class LifecycleOpener {
  /** When a guard that needs calls is looked at again; the effect looks each time anyway. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(7);

  private final House house;
  private final SurroundingsReader surroundings;
  private final LifecycleStart lifecycles;
  private final Chronicle chronicle;

  /** What became of a guest who was due. */
  public enum Result {
    OPENED,
    EXEMPT,
    /** What surrounds the guest could not be read. */
    UNCLEAR,
    /** Deleted since the list was made, which lags: the next one does not show the guest. */
    GONE,
    /** The mode observes or the gate is closed: the pages show who would be asked about. */
    ONLY_REPORTED
  }

  public LifecycleOpener(House house, DirectoryReader directory, WorkflowClient temporal) {
    this.house = house;
    this.surroundings = new SurroundingsReader(house, directory);
    this.lifecycles = new LifecycleStart(house, temporal);
    this.chronicle = new Chronicle(house);
  }

  /**
   * Looks at each guest, then writes down in one transaction what follows for all of them. A look
   * that Graph refuses ends the looking; what was seen before it counts all the same.
   *
   * @return what became of each
   */
  public List<Result> open(List<GuestRow> due) {
    var seen = new LinkedHashMap<GuestRow, Optional<Guards.Finding>>();
    try {
      for (GuestRow guest : due) {
        seen.put(guest, finding(guest));
      }
    } catch (GraphException e) {
      settle(seen); // their calls were paid for
      throw e;
    }
    return settle(seen);
  }

  private List<Result> settle(Map<GuestRow, Optional<Guards.Finding>> seen) {
    SafetyRow safety = house.store().safety().current();
    boolean asks = Mode.valueOf(safety.mode()) != Mode.OBSERVE && safety.gateIsOpen();
    var due = new ArrayList<GuestRow>();
    var results = new ArrayList<Result>();
    List<LifecycleRow> opened =
        house
            .store()
            .inTransaction(() -> {
              seen.forEach((guest, finding) -> {
                Result result = finding.map(f -> resultOf(guest, f, asks)).orElse(Result.GONE);
                if (result == Result.OPENED) {
                  due.add(guest);
                }
                results.add(result);
              });
              return due.isEmpty() ? List.<LifecycleRow>of() : record(due, safety.mode());
            });
    lifecycles.start(opened);
    return results;
  }

  private Result resultOf(GuestRow guest, Guards.Finding finding, boolean asks) {
    return switch (finding) {
      case Guards.Finding.Refused refused -> {
        leaveAlone(guest.guestId(), Standing.EXEMPT, refused.guard().sentence());
        yield Result.EXEMPT;
      }
      case Guards.Finding.Unclear unclear -> {
        leaveAlone(guest.guestId(), Standing.UNKNOWN, unclear.reason());
        yield Result.UNCLEAR;
      }
      case Guards.Finding.Clear _ -> asks ? Result.OPENED : Result.ONLY_REPORTED;
    };
  }

  /** A question about an exclusion leads to no effect, so nothing has to be guarded against. */
  private Optional<Guards.Finding> finding(GuestRow guest) {
    return Trigger.EXCLUSION_ENDS.name().equals(guest.dueFor())
        ? Optional.of(new Guards.Finding.Clear())
        : around(guest.guestId()).map(Guards::of);
  }

  private Optional<Surroundings> around(String guestId) {
    try {
      return Optional.of(surroundings.look(guestId).asGuardsSeeIt());
    } catch (GraphException e) {
      if (e.failure() instanceof GraphFailure.NotFound) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** So that the next scans neither ask again nor show the guest as due in between. */
  private void leaveAlone(String guestId, Standing standing, String why) {
    house.store().guests().setStanding(List.of(guestId), standing.name(), why);
    house.store().guests().notBefore(guestId, house.now().plus(LOOK_AGAIN));
  }

  private List<LifecycleRow> record(List<GuestRow> due, String mode) {
    House.Applied applied = house.policy();
    List<LifecycleRow> opened =
        house
            .store()
            .lifecycles()
            .open(due.stream().map(guest -> opening(guest, mode, applied)).toList());
    house
        .store()
        .guests()
        .setStanding(
            due.stream().map(GuestRow::guestId).toList(),
            Standing.IN_PROGRESS.name(),
            "a lifecycle is running");
    chronicle.append(
        IntStream.range(0, due.size())
            .mapToObj(i -> note(due.get(i), opened.get(i), mode, applied.version()))
            .toList());
    return opened;
  }

  private LifecycleRow opening(GuestRow guest, String mode, House.Applied applied) {
    Trigger trigger = Trigger.valueOf(Objects.requireNonNull(guest.dueFor(), "not due"));
    return LifecycleRow.opened(
        UUID.randomUUID(),
        guest.guestId(),
        trigger.name(),
        Stage.ASKED.name(),
        "somebody who answers",
        house.now(),
        mode,
        applied.version(),
        Wire.write(Plan.of(applied.policy(), trigger, guest.guestId())));
  }

  private Chronicle.Note note(GuestRow guest, LifecycleRow row, String mode, int policyVersion) {
    return new Chronicle.Note(
        new LifecycleRef(house.tenant(), row.guestId(), row.openingId().toString()),
        "lifecycle.opened",
        "opened",
        row.openedAt(),
        Map.of(
            "trigger", row.trigger(),
            "mode", mode,
            "policyVersion", policyVersion,
            "scan", guest.seenInScan().toString(),
            "inactivity", guest.inactivity()),
        Map.of(
            "guestId", guest.guestId(),
            "lastActivity", Chronicle.text(guest.lastActivityAt()),
            "reason", guest.inactivityReason()));
  }
}
