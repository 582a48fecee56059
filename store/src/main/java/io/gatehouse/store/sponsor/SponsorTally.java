package io.gatehouse.store.sponsor;

/** For how many guests one scan was told their sponsors, and for how many of them none answers. */
public record SponsorTally(long told, long missing) {}
