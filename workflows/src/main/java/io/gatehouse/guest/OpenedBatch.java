package io.gatehouse.guest;

import org.jspecify.annotations.Nullable;

/**
 * Lifecycles were opened for the next guests due.
 *
 * @param exempt guests that a guard keeps out
 * @param cursor object id to go on after, null when all are done
 */
public record OpenedBatch(int opened, int exempt, @Nullable String cursor) {}
