package io.gatehouse.graph.access;

import java.util.List;

/**
 * One application permission.
 *
 * @param use what it is needed for
 * @param without what does not work without it
 * @param calls method and path template of each call that needs it
 */
public record Need(
    String permission, Weight weight, String use, String without, List<String> calls) {

  /** Whether a tenant can do without. */
  public enum Weight {
    VITAL,
    /** Only where the tenant has Entra ID P2. */
    WITH_P2
  }

  static Need need(String permission, Weight weight, String use, String without, String... calls) {
    return new Need(permission, weight, use, without, List.of(calls));
  }
}
