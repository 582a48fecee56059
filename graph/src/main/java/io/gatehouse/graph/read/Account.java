package io.gatehouse.graph.read;

import org.jspecify.annotations.Nullable;

/** A cheap look at an account, without sign-in activity; null where Graph has no value. */
public record Account(String id, @Nullable Boolean enabled, @Nullable String userType) {}
