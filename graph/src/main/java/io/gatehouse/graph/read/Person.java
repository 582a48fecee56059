package io.gatehouse.graph.read;

import org.jspecify.annotations.Nullable;

/** Somebody who may be asked about a guest; null where Graph has no value. */
public record Person(
    String id,
    @Nullable String displayName,
    @Nullable String mail,
    @Nullable String userType,
    @Nullable Boolean accountEnabled) {}
