package io.gatehouse.worker.house;

import io.gatehouse.policy.Caps;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.GuardRules;
import io.gatehouse.policy.Mode;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Silence;
import io.gatehouse.policy.Triggers;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/** The policy of tests, and changed copies of it. Every trigger is on but the periodic review. */
public final class TryPolicy {
  /** The last day of the two exclusions that end. */
  public static final LocalDate EXCLUDED_UNTIL = LocalDate.of(2026, 4, 16);

  private static final Caps ROOMY = new Caps(10, 50, 100, 100);

  private TryPolicy() {}

  static Policy ordinary(Tenant tenant) {
    return new Policy(
        Mode.ENFORCE,
        ZoneId.of("Europe/Berlin"),
        tenant.idOf(Employee.GRACE),
        new Triggers(90, 90, 60, 14, null, 30, 30),
        new Policy.Asking(14, List.of(7, 11), 7, 3, 365, 60, Silence.ESCALATE),
        new Policy.Removal(7, 30, 30),
        new Policy.EffectCaps(ROOMY, ROOMY),
        new Policy.ScanRules(LocalTime.of(2, 0), 10, 5, 10),
        new GuardRules(true, List.of(groupOf(tenant, NamedGuest.FOREIGN_MANAGED))),
        List.of(
            exclusion(tenant, NamedGuest.EXCLUDED, Employee.GRACE, LocalDate.of(2099, 12, 31)),
            exclusion(tenant, NamedGuest.EXCLUSION_ATTESTED, Employee.ANNA, EXCLUDED_UNTIL),
            exclusion(tenant, NamedGuest.EXCLUSION_LAPSES, Employee.BORIS, EXCLUDED_UNTIL)));
  }

  private static Exclusion exclusion(
      Tenant tenant, NamedGuest guest, Employee owner, LocalDate until) {
    return new Exclusion(tenant.idOf(guest), tenant.idOf(owner), "litigation", until);
  }

  /** The group that this guest alone is in. */
  private static String groupOf(Tenant tenant, NamedGuest guest) {
    return tenant.membershipsOf(tenant.idOf(guest)).stream()
        .map(Membership::id)
        .filter(id -> tenant.group(id).filter(group -> group.members().size() == 1).isPresent())
        .findFirst()
        .orElseThrow();
  }

  public static UnaryOperator<Policy> triggers(UnaryOperator<Triggers> change) {
    return p ->
        new Policy(
            p.mode(),
            p.zone(),
            p.steward(),
            change.apply(p.triggers()),
            p.asking(),
            p.removal(),
            p.caps(),
            p.scan(),
            p.guards(),
            p.exclusions());
  }

  /** Only the trigger that cannot be switched off. */
  public static Triggers onlyInactive(Triggers triggers) {
    return new Triggers(
        triggers.inactiveAfterDays(), null, null, null, null, null, triggers.reopenAfterDays());
  }

  public static UnaryOperator<Triggers> reviewEvery(int days) {
    return t ->
        new Triggers(
            t.inactiveAfterDays(),
            t.neverSignedInAfterDays(),
            t.invitationNotRedeemedAfterDays(),
            t.sponsorMissingAfterDays(),
            days,
            t.exclusionEndsWithinDays(),
            t.reopenAfterDays());
  }

  public static UnaryOperator<Policy> silence(Silence silence) {
    return p -> {
      Policy.Asking a = p.asking();
      return new Policy(
          p.mode(),
          p.zone(),
          p.steward(),
          p.triggers(),
          new Policy.Asking(
              a.answerWithinDays(),
              a.remindAfterDays(),
              a.escalateWithinDays(),
              a.changeWithinDays(),
              a.keepAtMostDays(),
              a.extendAtMostDays(),
              silence),
          p.removal(),
          p.caps(),
          p.scan(),
          p.guards(),
          p.exclusions());
    };
  }

  public static UnaryOperator<Policy> guards(GuardRules guards) {
    return p ->
        new Policy(
            p.mode(),
            p.zone(),
            p.steward(),
            p.triggers(),
            p.asking(),
            p.removal(),
            p.caps(),
            p.scan(),
            guards,
            p.exclusions());
  }

  public static UnaryOperator<Policy> disables(Caps caps) {
    return p ->
        new Policy(
            p.mode(),
            p.zone(),
            p.steward(),
            p.triggers(),
            p.asking(),
            p.removal(),
            new Policy.EffectCaps(caps, new Caps(100, 100, 100, 100)),
            p.scan(),
            p.guards(),
            p.exclusions());
  }

  public static UnaryOperator<Policy> steward(String steward) {
    return p ->
        new Policy(
            p.mode(),
            p.zone(),
            steward,
            p.triggers(),
            p.asking(),
            p.removal(),
            p.caps(),
            p.scan(),
            p.guards(),
            p.exclusions());
  }

  public static UnaryOperator<Policy> exclusions(Exclusion... exclusions) {
    return p ->
        new Policy(
            p.mode(),
            p.zone(),
            p.steward(),
            p.triggers(),
            p.asking(),
            p.removal(),
            p.caps(),
            p.scan(),
            p.guards(),
            List.of(exclusions));
  }
}
