package io.gatehouse.store.safety;

import java.time.LocalDate;

/** How many effects of one kind have their slot, or are planned, on one UTC day. */
public record SlotDay(LocalDate day, String effect, long count) {}
