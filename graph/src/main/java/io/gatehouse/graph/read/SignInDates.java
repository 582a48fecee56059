package io.gatehouse.graph.read;

/**
 * What signInActivity said (Learn: signInActivity). Up to 24 hours late; interactive and
 * non-interactive are attempts, successful or not; {@code successful} exists since December 2023
 * and was not backfilled.
 *
 * @param interactive lastSignInDateTime, since April 2020
 * @param nonInteractive lastNonInteractiveSignInDateTime, since May 2020
 * @param successful lastSuccessfulSignInDateTime, of either kind
 * @param objectPresent false when the whole object was missing, as for a guest who never signed in
 */
public record SignInDates(
    SignInDate interactive,
    SignInDate nonInteractive,
    SignInDate successful,
    boolean objectPresent) {}
