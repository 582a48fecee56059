package io.gatehouse.watch;

import org.jspecify.annotations.Nullable;

/**
 * The next running lifecycles were looked at.
 *
 * @param cursor opening id to go on after, null when all were looked at
 */
public record WatchedBatch(int ended, int stuck, @Nullable String cursor) {}
