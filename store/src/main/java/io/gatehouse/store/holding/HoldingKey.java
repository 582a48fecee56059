package io.gatehouse.store.holding;

/**
 * One thing a guest holds.
 *
 * @param kind GROUP, UNIT (administrative), ROLE, ELIGIBLE_ROLE, SPONSOR or OWNED
 */
public record HoldingKey(String kind, String objectId) {}
