package io.gatehouse.guest;

import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Hold;
import io.gatehouse.sponsor.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the outside has told a lifecycle, until the lifecycle takes it up. */
final class Messages {
  private @Nullable Decision decision;
  private @Nullable Delivery delivery;
  private boolean lookAgain;
  private @Nullable Instant heldSince;
  private Instant heldUntil = Instant.EPOCH;
  private Duration heldBefore = Duration.ZERO;

  void put(Decision newest) {
    decision = newest;
  }

  void put(Delivery newest) {
    delivery = newest;
  }

  void putLookAgain() {
    lookAgain = true;
  }

  boolean any() {
    return decision != null || delivery != null || lookAgain;
  }

  void clear() {
    decision = null;
    delivery = null;
    lookAgain = false;
  }

  @Nullable Decision takeDecision() {
    Decision taken = decision;
    decision = null;
    return taken;
  }

  @Nullable Delivery takeDelivery() {
    Delivery taken = delivery;
    delivery = null;
    return taken;
  }

  boolean takeLookAgain() {
    boolean taken = lookAgain;
    lookAgain = false;
    return taken;
  }

  void hold(Hold hold, Instant now) {
    settleHold(now);
    heldSince = now;
    heldUntil = hold.until();
  }

  void release(Instant now) {
    settleHold(now);
    heldUntil = Instant.EPOCH;
  }

  boolean onHold(Instant now) {
    return now.isBefore(heldUntil);
  }

  Instant heldUntil() {
    return heldUntil;
  }

  /** All the time spent on hold so far: deadlines move out by what was added since they began. */
  Duration held(Instant now) {
    Instant since = heldSince;
    if (since == null) {
      return heldBefore;
    }
    Instant end = now.isBefore(heldUntil) ? now : heldUntil;
    return end.isAfter(since) ? heldBefore.plus(Duration.between(since, end)) : heldBefore;
  }

  /** What is left of a hold, if nobody ends it early. */
  Duration holdLeft(Instant now) {
    return now.isBefore(heldUntil) ? Duration.between(now, heldUntil) : Duration.ZERO;
  }

  private void settleHold(Instant now) {
    heldBefore = held(now);
    heldSince = null;
  }
}
