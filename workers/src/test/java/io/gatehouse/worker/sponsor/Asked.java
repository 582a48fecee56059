package io.gatehouse.worker.sponsor;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Role;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryTemporal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One guest's chain as the lifecycle walks it: each round passes over whoever was asked before. */
final class Asked {
  private final TryHouse house;
  private final Asker asker;
  private final LifecycleRef ref;
  private final Trigger trigger;
  private final List<String> passedOver = new ArrayList<>();
  private int round;

  Asked(TryHouse house, NamedGuest guest) {
    this(house, guest, Trigger.INACTIVE);
  }

  Asked(TryHouse house, NamedGuest guest, Trigger trigger) {
    this.house = house;
    this.asker = new Asker(house.house(), house.reader(), TryTemporal.client());
    this.ref = house.opened(guest, trigger);
    this.trigger = trigger;
  }

  LifecycleRef ref() {
    return ref;
  }

  boolean silenceCounts() {
    return asker.silenceCounts(ref);
  }

  /** The next person; an attempt that fails counts for nothing. */
  Candidate next() {
    Candidate candidate = asker.ask(asking(round + 1, null));
    round++;
    if (candidate.sponsorId() != null) {
      passedOver.add(candidate.sponsorId());
    }
    return candidate;
  }

  /** The next person, whom the question reaches. */
  Candidate heard() {
    Candidate candidate = next();
    house
        .store()
        .questions()
        .delivered(UUID.fromString(ref.openingId()), round, house.now(), "ENFORCE");
    return candidate;
  }

  /** The last round once more. */
  Candidate again() {
    return asker.ask(asking(round, null));
  }

  Candidate named(String id) {
    return asker.ask(asking(++round, id));
  }

  /** Everybody to the end of the chain, as {@code NAME ROLE}. */
  List<String> all() {
    var all = new ArrayList<String>();
    for (Candidate next = next(); next.sponsorId() != null; next = next()) {
      all.add(name(next.sponsorId()) + " " + next.role());
    }
    return all;
  }

  private String name(String id) {
    return Arrays.stream(Employee.values())
        .filter(each -> house.tenant().idOf(each).equals(id))
        .map(Employee::name)
        .findFirst()
        .orElse("somebody else");
  }

  static Candidate is(TryHouse house, Employee employee, Role role) {
    return new Candidate(house.tenant().idOf(employee), role);
  }

  private NextAsking asking(int number, @Nullable String named) {
    return new NextAsking(
        ref, trigger, number, passedOver, named, Duration.ofDays(14), List.of(Duration.ofDays(7)));
  }
}
