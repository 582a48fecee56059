package io.gatehouse.attestation;

/** An operator's wish to go on before a hold is over. */
public record Release(String openingId, String actId) {}
