package io.gatehouse.sandbox.people;

import java.time.Instant;

/**
 * One attempt of a person to answer.
 *
 * @param person mail address of who answers
 * @param guestHint the guest's mail address, or the mail's subject when the mail names nobody known
 * @param choice keep, remove or not-mine
 * @param httpStatus of the last page seen, 0 when it did not load
 * @param recorded whether the page said that the answer is recorded
 */
public record AnsweredMail(
    String person, String guestHint, String choice, Instant at, int httpStatus, boolean recorded) {}
