package io.gatehouse.sandbox.tenant;

import org.jspecify.annotations.Nullable;

/**
 * The tenant as an organization.
 *
 * @param onPremisesSyncEnabled null: never synchronized
 */
public record Organization(
    String id, String displayName, @Nullable Boolean onPremisesSyncEnabled) {}
