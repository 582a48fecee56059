package io.gatehouse.store.ledger;

/**
 * Who stands behind a reference of the ledger.
 *
 * @param subject random
 */
public record SubjectRow(String guestId, String subject) {}
