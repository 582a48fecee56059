package io.gatehouse.benchmark;

import io.gatehouse.policy.Caps;
import io.gatehouse.policy.GuardRules;
import io.gatehouse.policy.Mode;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Silence;
import io.gatehouse.policy.Triggers;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The policy measurements run under: every trigger on, nothing acted on. */
public final class OrdinaryPolicy {
  private static final Caps CAPS = new Caps(10, 50, 100, 100);

  private OrdinaryPolicy() {}

  /**
   * @param steward object id
   */
  public static Policy with(String steward) {
    return new Policy(
        Mode.OBSERVE,
        ZoneId.of("Europe/Berlin"),
        steward,
        new Triggers(90, 90, 60, 14, 365, 30, 30),
        new Policy.Asking(14, List.of(7, 11), 7, 3, 365, 60, Silence.ESCALATE),
        new Policy.Removal(7, 30, 30),
        new Policy.EffectCaps(CAPS, CAPS),
        new Policy.ScanRules(LocalTime.of(2, 0), 10, 5, 10),
        new GuardRules(true, List.of()),
        List.of());
  }
}
