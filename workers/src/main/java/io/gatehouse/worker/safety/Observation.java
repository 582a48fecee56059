package io.gatehouse.worker.safety;

import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.Memberships;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.Inactivity;
import io.gatehouse.policy.Policy;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.FreshLook;
import io.gatehouse.safety.Guard;
import io.gatehouse.safety.Guards;
import io.gatehouse.worker.guest.GuestLooker;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.house.House.Applied;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the guest at the moment of the effect: the account, its roles, its memberships. */
final class Observation {
  private static final Memberships NONE = new Memberships(List.of(), List.of(), List.of());

  private final House house;
  private final DirectoryReader directory;

  Observation(House house, DirectoryReader directory) {
    this.house = house;
    this.directory = directory;
  }

  /** What was seen, for the decision and for the ledger. */
  record Seen(FreshLook.Sight sight, Memberships memberships) {}

  Seen look(EffectOrder order, boolean intended) {
    String guestId = order.ref().guestId();
    Optional<GuestFacts> guest = GuestLooker.find(directory, guestId);
    if (guest.isEmpty()) {
      boolean inBin = directory.deleted(guestId).isPresent();
      var nobody = new Inactivity.Unknown("the account is not in the directory");
      return new Seen(new FreshLook.Sight(guest, inBin, nobody, Optional.empty(), intended), NONE);
    }
    Memberships memberships = directory.memberships(guestId);
    boolean role =
        !memberships.directoryRoles().isEmpty() || !directory.roleAssignments(guestId).isEmpty();
    Applied applied = house.policy();
    Policy policy = applied.policy();
    Instant now = house.now();
    Optional<Guard> guard = Guards.of(guest.get(), role, policy.exclusions(), applied.today(now));
    Inactivity inactivity = Inactivity.judge(guest.get(), policy.inactive().afterDays(), now);
    return new Seen(new FreshLook.Sight(guest, false, inactivity, guard, intended), memberships);
  }
}
