package io.gatehouse.store;

import io.gatehouse.store.guest.GuestRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A guest of whom a test says only what matters to it. */
public final class GuestSketch {

  private final String id;
  private final UUID scan;
  private @Nullable String name;
  private @Nullable String partner = "partner.example.com";
  private @Nullable String userState = "Accepted";
  private @Nullable Boolean enabled = true;
  private @Nullable Instant created;
  private @Nullable Instant interactive;
  private @Nullable Instant nonInteractive;
  private @Nullable Instant successful;
  private String inactivity = "ACTIVE";
  private String standing = "ACTIVE";
  private String standingReason = "because";
  private @Nullable String dueFor;
  private String sponsorship = "PRESENT";

  private GuestSketch(String id, UUID scan) {
    this.id = id;
    this.scan = scan;
    this.name = id + " Guest";
  }

  public static GuestSketch of(String id, UUID scan) {
    return new GuestSketch(id, scan);
  }

  public GuestSketch named(@Nullable String name) {
    this.name = name;
    return this;
  }

  public GuestSketch from(@Nullable String partner) {
    this.partner = partner;
    return this;
  }

  public GuestSketch invitation(@Nullable String userState) {
    this.userState = userState;
    return this;
  }

  public GuestSketch disabled() {
    this.enabled = false;
    return this;
  }

  public GuestSketch created(@Nullable Instant at) {
    this.created = at;
    return this;
  }

  public GuestSketch signedIn(@Nullable Instant interactive) {
    return signedIn(interactive, null, null);
  }

  public GuestSketch signedIn(
      @Nullable Instant interactive,
      @Nullable Instant nonInteractive,
      @Nullable Instant successful) {
    this.interactive = interactive;
    this.nonInteractive = nonInteractive;
    this.successful = successful;
    return this;
  }

  public GuestSketch judged(String inactivity, String standing) {
    this.inactivity = inactivity;
    this.standing = standing;
    return this;
  }

  public GuestSketch because(String standingReason) {
    this.standingReason = standingReason;
    return this;
  }

  public GuestSketch dueFor(String trigger) {
    this.dueFor = trigger;
    return this;
  }

  public GuestSketch sponsorship(String sponsorship) {
    this.sponsorship = sponsorship;
    return this;
  }

  public GuestRow row() {
    return new GuestRow(
        id,
        name,
        id + "@partner.example.com",
        null,
        "Partner",
        partner,
        "Guest",
        userState,
        enabled,
        false,
        false,
        null,
        created,
        interactive,
        nonInteractive,
        successful,
        newest(),
        inactivity,
        "because",
        standing,
        standingReason,
        Rows.NOON,
        scan,
        Rows.NOON,
        dueFor,
        sponsorship,
        null,
        null,
        null,
        null);
  }

  private @Nullable Instant newest() {
    Instant newest = null;
    for (var each : new @Nullable Instant[] {interactive, nonInteractive, successful}) {
      if (each != null && (newest == null || each.isAfter(newest))) {
        newest = each;
      }
    }
    return newest;
  }
}
