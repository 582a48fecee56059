package io.gatehouse.attestation;

/** An operator's wish that the account is given back as it was; the lifecycle ends with it. */
public record Restore(String openingId, String actId) {}
