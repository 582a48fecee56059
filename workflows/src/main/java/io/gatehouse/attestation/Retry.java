package io.gatehouse.attestation;

/** An operator's word that what the lifecycle stopped for is mended: it tries again. */
public record Retry(String openingId, String actId) {}
