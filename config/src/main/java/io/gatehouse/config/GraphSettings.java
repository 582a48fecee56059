package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph and the registrations that we call it as.
 *
 * @param reader for scans and for finding sponsors
 * @param acting null for a process that never changes the directory
 */
public record GraphSettings(String baseUrl, GraphCredential reader, @Nullable Acting acting) {

  /**
   * The acting side.
   *
   * @param looker reads right before an effect; its own, because Graph allows a registration only
   *     ten reads of sign-ins a minute and a scan uses them all (Learn: throttling-limits)
   */
  public record Acting(GraphCredential looker, GraphCredential writer) {}
}
