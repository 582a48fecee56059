package io.gatehouse.attestation;

/** An operator's wish to go on: ends a hold, and lets a parked lifecycle try again. */
public record Release(String openingId, String actId) {}
