package io.gatehouse.guest;

/**
 * What the lifecycle knows about its guest.
 *
 * @param disabled whether this lifecycle disabled the account
 * @param deleted whether this lifecycle deleted the account
 */
public record LookRequest(LifecycleRef ref, boolean disabled, boolean deleted) {}
