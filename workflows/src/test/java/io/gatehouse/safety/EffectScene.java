package io.gatehouse.safety;

import io.gatehouse.guest.Evidence;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.Policies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that an effect looks at.
 *
 * @param present whether the directory shows the guest at all
 */
record EffectScene(
    GuestFacts guest,
    boolean present,
    boolean inRecycleBin,
    boolean intended,
    Surroundings around,
    List<Exclusion> exclusions,
    Ground ground,
    Evidence evidence) {

  static EffectScene of(RandomGuests guests) {
    GuestFacts guest = guests.next();
    return new EffectScene(
        guest,
        guests.oneOf(true, true, true, false),
        guests.coin(),
        guests.coin(),
        guests.surroundings(),
        guests.exclusions(guest),
        guests.ground(),
        guests.evidence());
  }

  boolean acts(Effect effect) {
    return decide(effect, findings()) instanceof FreshLook.Act;
  }

  Guards.Finding findings() {
    return Guards.of(guest, around, ground, exclusions, Policies.TODAY);
  }

  FreshLook decide(Effect effect, Guards.Finding findings) {
    var shown = present ? Optional.of(guest) : Optional.<GuestFacts>empty();
    return FreshLook.decide(
        effect, new FreshLook.Sight(shown, inRecycleBin, evidence, findings, intended));
  }

  boolean excluded() {
    return exclusions.contains(RandomGuests.exclusionOf(guest));
  }

  EffectScene about(Ground other) {
    return with(guest, around, exclusions, other, evidence);
  }

  /** The same guest with nothing at all that could speak against an effect. */
  EffectScene free() {
    return with(guest, Surroundings.none(), List.of(), ground, new Evidence.Holds());
  }

  /** The same scene with one thing more that speaks against taking access, by what it is. */
  Map<String, EffectScene> withOneThingMore() {
    var more = new TreeMap<String, EffectScene>();
    RandomGuests.more(around)
        .forEach((what, other) -> more.put(what, with(guest, other, exclusions, ground, evidence)));
    RandomGuests.more(guest)
        .forEach(
            (what, other) -> more.put(what, with(other, around, exclusions, ground, evidence)));
    var excluded = List.of(RandomGuests.exclusionOf(guest));
    more.put("excluded by the policy", with(guest, around, excluded, ground, evidence));
    return more;
  }

  private EffectScene with(
      GuestFacts otherGuest,
      Surroundings otherAround,
      List<Exclusion> otherExclusions,
      Ground otherGround,
      Evidence otherEvidence) {
    return new EffectScene(
        otherGuest,
        present,
        inRecycleBin,
        intended,
        otherAround,
        otherExclusions,
        otherGround,
        otherEvidence);
  }
}
