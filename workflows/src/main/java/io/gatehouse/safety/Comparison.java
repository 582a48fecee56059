package io.gatehouse.safety;

import io.gatehouse.guest.LifecycleRef;

/**
 * What is compared with what a guest held before the disable.
 *
 * @param after how the account came back
 */
public record Comparison(LifecycleRef ref, Change after) {}
