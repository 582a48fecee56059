package io.gatehouse.graph.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One audit entry "Invite external user": who asked a guest in.
 *
 * @param inviterId object id of the person; null when an application did it, or Graph did not tell
 * @param application display name of the application, else its id; null when a person did it
 */
public record Invitation(
    String guestId, Instant at, @Nullable String inviterId, @Nullable String application) {}
