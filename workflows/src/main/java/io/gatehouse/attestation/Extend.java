package io.gatehouse.attestation;

/**
 * An operator's wish that the person asked, or the guest, gets more time.
 *
 * @param days how long the current date moves out, at least 1
 */
public record Extend(String openingId, String actId, int days) {}
