package io.gatehouse.attestation;

import io.gatehouse.guest.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a lifecycle made of a message.
 *
 * @param sentence for the person who sent it
 * @param nextAt when the next step is due, null when it waits for somebody
 */
public record Receipt(String sentence, Stage stage, @Nullable Instant nextAt) {}
