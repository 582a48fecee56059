package io.gatehouse.actor;

import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.LifecycleRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message whose sender has to be proved.
 *
 * @param updateId of the Update that brought it
 * @param asks what it asks for, in the words that the digest is made of
 * @param voice in which it speaks; an operator's for everything but a sponsor's answer
 * @param round the asking it answers, 0 for an operator
 * @param receivedAt by the workflow's clock: an outage of ours lets nothing expire
 * @param assertion null when none came with it
 */
public record SenderCheck(
    LifecycleRef ref,
    String updateId,
    Action action,
    String asks,
    Voice voice,
    int round,
    Instant receivedAt,
    @Nullable Assertion assertion) {}
