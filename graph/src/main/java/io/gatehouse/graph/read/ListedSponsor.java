package io.gatehouse.graph.read;

import org.jspecify.annotations.Nullable;

/**
 * A sponsor as the sponsor list shows it.
 *
 * @param detailed false when Graph left properties out that were asked for: then their null means
 *     nothing, and the sponsor must be read by id before anything is concluded
 */
public record ListedSponsor(
    String id,
    SponsorRef.Kind kind,
    @Nullable String displayName,
    @Nullable Boolean accountEnabled,
    @Nullable String mail,
    @Nullable String userType,
    boolean detailed) {}
