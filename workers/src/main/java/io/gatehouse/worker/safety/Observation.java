package io.gatehouse.worker.safety;

import io.gatehouse.attestation.Choice;
import io.gatehouse.graph.read.Account;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.SponsorRef;
import io.gatehouse.guest.Evidence;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.SignIns;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Silence;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.FreshLook;
import io.gatehouse.safety.Ground;
import io.gatehouse.safety.Guards;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.holding.HoldingKey;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.guest.GuestLooker;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.house.House.Applied;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the guest at the moment of the effect: the account and what surrounds it. */
final class Observation {
  private static final int WITNESSES = 3;

  private final House house;
  private final EffectLedger ledger;
  private final DirectoryReader directory;
  private final SurroundingsReader surroundings;

  Observation(House house, DirectoryReader directory, EffectLedger ledger) {
    this.house = house;
    this.ledger = ledger;
    this.directory = directory;
    this.surroundings = new SurroundingsReader(house, directory);
  }

  /** What was seen, for the decision and for the ledger. */
  record Seen(FreshLook.Sight sight, Around around) {}

  Seen look(EffectOrder order, boolean intended) {
    String guestId = order.ref().guestId();
    Optional<GuestFacts> guest = GuestLooker.find(directory, guestId);
    if (guest.isEmpty()) {
      boolean inBin = directory.deleted(guestId).isPresent();
      return new Seen(
          new FreshLook.Sight(
              guest,
              inBin,
              new Evidence.Unclear("the account is not in the directory"),
              new Guards.Finding.Clear(),
              intended),
          Around.NOTHING);
    }
    Around around = surroundings.look(guestId);
    Applied applied = house.policy();
    Instant now = house.now();
    LifecycleRow lifecycle = lifecycle(order);
    Guards.Finding guards =
        Guards.of(
            guest.get(),
            around.asGuardsSeeIt(),
            ground(lifecycle),
            applied.policy().exclusions(),
            applied.today(now));
    Evidence evidence = sinceDisabled(order, guest.get(), evidence(lifecycle, guest.get(), now));
    return new Seen(new FreshLook.Sight(guest, false, evidence, guards, intended), around);
  }

  /**
   * Only whether the account is there and enabled: all that a proof needs, and all that giving back
   * depends on. Costs none of the ten reads of sign-ins a minute.
   */
  Seen glance(EffectOrder order, boolean intended) {
    String guestId = order.ref().guestId();
    Optional<GuestFacts> guest = directory.account(guestId).map(Observation::facts);
    boolean inBin = guest.isEmpty() && directory.deleted(guestId).isPresent();
    return new Seen(
        new FreshLook.Sight(
            guest,
            inBin,
            new Evidence.Unclear("sign-ins were not read"),
            new Guards.Finding.Unclear("guards were not read"),
            intended),
        Around.NOTHING);
  }

  private static GuestFacts facts(Account account) {
    return new GuestFacts(
        account.id(),
        account.userType(),
        account.enabled(),
        null,
        null,
        null,
        false,
        false,
        new SignIns(null, null, null, SignIns.Doubt.NONE));
  }

  /** All that the guest holds, for the comparison after a restore. */
  List<HoldingKey> holdings(String guestId, Around around) {
    return Stream.concat(around.holdings().stream(), sponsors(guestId).stream()).toList();
  }

  List<HoldingKey> holdings(String guestId) {
    return holdings(guestId, surroundings.look(guestId));
  }

  /** Whoever vouches is read apart: no decision about the account rests on it. */
  private List<HoldingKey> sponsors(String guestId) {
    return directory.sponsors(guestId).stream()
        .map(SponsorRef::id)
        .map(id -> new HoldingKey("SPONSOR", id))
        .toList();
  }

  private LifecycleRow lifecycle(EffectOrder order) {
    return house.store().lifecycles().find(UUID.fromString(order.ref().openingId())).orElseThrow();
  }

  private Evidence evidence(LifecycleRow lifecycle, GuestFacts guest, Instant now) {
    Trigger trigger = Trigger.valueOf(lifecycle.trigger());
    int days = plan(lifecycle).evidenceDays();
    boolean absence =
        trigger == Trigger.NEVER_SIGNED_IN || trigger == Trigger.INVITATION_NOT_REDEEMED;
    return Evidence.of(trigger, guest, days, !absence || witnessHasDates(), now);
  }

  private Evidence sinceDisabled(EffectOrder order, GuestFacts guest, Evidence evidence) {
    var disable = new EffectOrder(order.ref(), Effect.DISABLE, 1);
    return guest
        .signIns()
        .newest()
        .filter(_ -> evidence.equals(new Evidence.Ended(Change.CAME_BACK)))
        .<Evidence>map(newest ->
            new Evidence.Ended(
                Change.cameBack(
                    newest, ledger.proof(disable).map(EffectOutcome.Done::at).orElse(null))))
        .orElse(evidence);
  }

  /**
   * A missing date proves something only while dates are shown: a guest known to sign in is read
   * beside the one without. The next one is asked only when the first is not there any more.
   */
  private boolean witnessHasDates() {
    return house.store().guests().witnesses(WITNESSES).stream()
        .flatMap(id -> GuestLooker.find(directory, id).stream())
        .findFirst()
        .flatMap(witness -> witness.signIns().newest())
        .isPresent();
  }

  /** Silence counts by the plan the lifecycle was opened with, as the lifecycle itself draws it. */
  private Ground ground(LifecycleRow lifecycle) {
    boolean spoken =
        Words.last(house.store(), lifecycle.openingId()).equals(Optional.of(Choice.REMOVE));
    String steward = house.policy().policy().steward();
    List<QuestionRow> asked = house.store().questions().of(lifecycle.openingId());
    boolean silent =
        !asked.isEmpty()
            && asked.stream().allMatch(QuestionRow::delivered)
            && !asked.getLast().role().equals(Role.STEWARD.name())
            // The steward may have been asked before as somebody's sponsor or manager.
            && !asked.getLast().sponsorId().equalsIgnoreCase(steward);
    return new Ground(
        Trigger.valueOf(lifecycle.trigger()),
        spoken,
        silent && plan(lifecycle).onSilence() == Silence.REMOVE);
  }

  private static Plan plan(LifecycleRow lifecycle) {
    return Wire.read(lifecycle.plan(), Plan.class);
  }
}
