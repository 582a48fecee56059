package io.gatehouse.store.lifecycle;

/** How many lifecycles were opened for this trigger and closed with this outcome. */
public record PathCount(String trigger, String outcome, long count) {}
