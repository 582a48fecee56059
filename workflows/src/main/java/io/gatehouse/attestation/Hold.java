package io.gatehouse.attestation;

import java.time.Instant;

/**
 * An operator's wish that nothing happens to a guest until a date. Deadlines move out by the time
 * on hold.
 */
public record Hold(String openingId, String actId, Instant until) {}
