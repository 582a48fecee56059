package io.gatehouse.graph.read;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a page: a guest, or what made it unreadable. One malformed guest never costs the
 * page.
 */
public sealed interface GuestAnswer {

  @SuppressWarnings("AvoidCommonTypeNames") // java.lang.Readable is no kin: the pair names itself
  record Readable(DirectoryGuest guest) implements GuestAnswer {}

  /**
   * {@code id} is null when the id itself is missing or wrong; {@code reason} names the property,
   * never its value.
   */
  record Unreadable(@Nullable String id, String reason) implements GuestAnswer {}
}
