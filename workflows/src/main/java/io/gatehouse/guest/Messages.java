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
  private @Nullable String named;
  private boolean lookAgain;
  private boolean restore;
  private @Nullable Instant heldSince;
  private Instant heldUntil = Instant.EPOCH;
  private Duration heldBefore = Duration.ZERO;

  void put(Decision newest) {
    decision = newest;
  }

  /** A late report about somebody asked earlier must not hide the one that is waited for. */
  void put(Delivery report) {
    if (delivery == null || delivery.round() <= report.round()) {
      delivery = report;
    }
  }

  /** Object id of the person to be asked next. */
  void putNamed(String personId) {
    named = personId;
  }

  void putLookAgain() {
    lookAgain = true;
  }

  void putRestore() {
    restore = true;
  }

  boolean any() {
    return decision != null || delivery != null || named != null || lookAgain || restore;
  }

  void clear() {
    decision = null;
    delivery = null;
    named = null;
    lookAgain = false;
    restore = false;
  }

  /** What was accepted and is not taken up yet, because the lifecycle waits for an activity. */
  @Nullable Decision waitingDecision() {
    return decision;
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

  @Nullable String takeNamed() {
    String taken = named;
    named = null;
    return taken;
  }

  boolean takeRestore() {
    boolean taken = restore;
    restore = false;
    return taken;
  }

  /** Deadlines that run already move out as if they had been on hold that long. */
  void extend(Duration by) {
    heldBefore = heldBefore.plus(by);
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
