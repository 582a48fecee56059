package io.gatehouse.store.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lifecycles a list shows.
 *
 * @param state OPEN, CLOSED or WAITING (for an operator or the gate); null for all
 * @param trigger the name of what opened them; null for all
 * @param after opening id of the last row of the page before; null for the first page
 */
public record LifecycleChoice(
    @Nullable String state, @Nullable String trigger, @Nullable UUID after, int limit) {}
