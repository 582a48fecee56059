package io.gatehouse.starter;

import io.gatehouse.store.guest.GuestRow;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A guest as a scan read it, of whom a test says what matters to it. */
public final class GuestSketch {
  private final String id;
  private final String name;
  private @Nullable String userState = "Accepted";
  private @Nullable Instant created;
  private @Nullable Instant stateChanged;
  private @Nullable Instant last;
  private String inactivity = "STALE";
  private String inactivityReason = "as the scan read it";
  private String standing = "IN_PROGRESS";

  private GuestSketch(String id, String name) {
    this.id = id;
    this.name = name;
  }

  public static GuestSketch of(String name) {
    return of(UUID.randomUUID().toString(), name);
  }

  public static GuestSketch of(String id, String name) {
    return new GuestSketch(id, name);
  }

  /** The state of the invitation, as Graph says it. */
  public GuestSketch invitation(String state, @Nullable Instant since) {
    userState = state;
    stateChanged = since;
    return this;
  }

  public GuestSketch created(@Nullable Instant at) {
    created = at;
    return this;
  }

  /** The newest sign-in, by the person and successful. */
  public GuestSketch signedIn(@Nullable Instant at) {
    last = at;
    return this;
  }

  public GuestSketch judged(String inactivity, String because, String standing) {
    this.inactivity = inactivity;
    this.inactivityReason = because;
    this.standing = standing;
    return this;
  }

  public GuestRow row(UUID scan, Instant now) {
    return new GuestRow(
        id,
        name,
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@partner.example.com",
        null,
        "Partner Ltd",
        "partner.example.com",
        "Guest",
        userState,
        true,
        false,
        false,
        stateChanged,
        created,
        last,
        null,
        last,
        last,
        inactivity,
        inactivityReason,
        standing,
        standing.equals("IN_PROGRESS") ? "a lifecycle is running" : "as read by the scan",
        now,
        scan,
        now,
        null,
        "PRESENT",
        null,
        null,
        null,
        null);
  }
}
