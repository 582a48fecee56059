package io.gatehouse.store.sponsor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who invited a guest, from the directory's audit log, which forgets after weeks.
 *
 * @param inviterId object id of the person who invited; null when it was an application
 * @param application name of the application that invited, such as a synchronization
 */
public record InvitationRow(
    String guestId, Instant invitedAt, @Nullable String inviterId, @Nullable String application) {}
