package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph and the registrations that we call it as.
 *
 * @param reader for scans and for finding sponsors, null for a process that does neither
 * @param acting null for a process that never looks before an effect
 */
public record GraphSettings(
    String baseUrl, @Nullable GraphCredential reader, @Nullable Acting acting) {

  /**
   * The acting side.
   *
   * @param looker reads right before an effect; its own, because Graph allows a registration only
   *     ten reads of sign-ins a minute and a scan uses them all (Learn: throttling-limits)
   * @param writer null for a process that only looks
   */
  public record Acting(GraphCredential looker, @Nullable GraphCredential writer) {}
}
