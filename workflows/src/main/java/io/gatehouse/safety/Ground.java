package io.gatehouse.safety;

import io.gatehouse.guest.Trigger;

/**
 * On what ground an account is taken away.
 *
 * @param spoken whether the last word recorded and applied is "remove"
 * @param silenceCounts whether the last question was delivered and not the steward's
 */
public record Ground(Trigger trigger, boolean spoken, boolean silenceCounts) {}
