package io.gatehouse.store.safety;

/** How many slots of one effect lie in the 24 hours and in the 7 days that end now. */
public record SlotUse(String effect, long day, long week) {}
