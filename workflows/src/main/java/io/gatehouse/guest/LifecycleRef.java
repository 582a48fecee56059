package io.gatehouse.guest;

/**
 * One opening of one guest. Everything that must not reach a later lifecycle of the same guest
 * (effects, links, answers) is bound to the opening.
 *
 * @param guestId object id in the directory
 * @param openingId random, new for each opening
 */
public record LifecycleRef(String tenant, String guestId, String openingId) {}
