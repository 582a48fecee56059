package io.gatehouse.attestation;

/**
 * An operator's wish that somebody else is asked.
 *
 * @param personId object id of an employee with a mailbox
 */
public record Reassign(String openingId, String actId, String personId) {}
