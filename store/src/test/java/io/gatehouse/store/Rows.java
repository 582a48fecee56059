package io.gatehouse.store;

import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as short as a test can say them. */
public final class Rows {

  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Rows() {}

  public static GuestRow guest(String id, UUID scan, String inactivity, String standing) {
    return guest(id, id + " Guest", scan, inactivity, standing, null);
  }

  public static GuestRow guest(
      String id,
      @Nullable String name,
      UUID scan,
      String inactivity,
      String standing,
      @Nullable Instant lastActivity) {
    var guest = GuestSketch.of(id, scan).judged(inactivity, standing);
    return guest.named(name).signedIn(lastActivity).row();
  }

  public static LifecycleRow lifecycle(String guestId) {
    return lifecycle(guestId, NOON);
  }

  public static LifecycleRow lifecycle(String guestId, Instant at) {
    return lifecycle(guestId, "INACTIVE", at);
  }

  public static LifecycleRow lifecycle(String guestId, String trigger, Instant at) {
    return LifecycleRow.opened(
        UUID.randomUUID(), guestId, trigger, "OPENED", "START", at, "ENFORCE", 1, "{}");
  }

  public static AnswerRow answer(
      UUID openingId, @Nullable Integer round, String choice, Instant at) {
    return AnswerRow.recorded(
        UUID.randomUUID(),
        openingId,
        "ann",
        round,
        "bob",
        "SPONSOR",
        choice,
        null,
        "audit",
        null,
        "ENFORCE",
        at);
  }
}
