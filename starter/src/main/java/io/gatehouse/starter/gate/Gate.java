package io.gatehouse.starter.gate;

import io.gatehouse.actor.Action;
import io.gatehouse.evidence.Event;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.NotAllowed;
import io.gatehouse.starter.actor.Proving;
import io.gatehouse.store.Store;
import io.gatehouse.store.safety.GateRequestRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Closed by anybody, opened by two: one asks, somebody else approves. All of it is evidence. */
public final class Gate {
  /** Whoever approves should still remember why it was asked. */
  private static final Duration REQUEST_HOLDS = Duration.ofHours(24);

  private final Store store;
  private final Clock clock;
  private final Proving proving;

  public Gate(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.proving = new Proving(store, clock);
  }

  /** From the end of this call on no effect begins that takes access away. */
  public void close(String reason, Hand by) {
    store.inTransaction(() -> {
      proving.prove(by, Action.CLOSE_GATE, "close the gate: " + reason);
      close(reason, by.person().subject(), true);
    });
  }

  /**
   * The same from somebody who is not proved: the brake needs no key.
   *
   * @param name what they are called, which proves nothing
   */
  public void closeUnproved(String reason, String name) {
    store.inTransaction(() -> close(reason, name, false));
  }

  private void close(String reason, String by, boolean proved) {
    Instant now = clock.instant();
    store.gateRequests().lock();
    var withdrawn = store.gateRequests().waiting(now);
    store.safety().closeGate(reason, now, by);
    var fields = new TreeMap<String, Object>(Map.of("how", "by hand", "proved", proved));
    withdrawn.ifPresent(request -> fields.put("withdrew", request.requestId().toString()));
    append(
        "gate.closed",
        "gate.closed/" + UUID.randomUUID(),
        now,
        fields,
        Map.of("actor", by, "reason", reason));
  }

  /**
   * Asks for the gate to be opened.
   *
   * @throws NotAllowed when it is open, or somebody asked before
   */
  public GateRequestRow ask(String reason, Hand by) {
    return store.inTransaction(() -> {
      store.gateRequests().lock();
      requireClosed();
      Instant now = clock.instant();
      store
          .gateRequests()
          .waiting(now)
          .ifPresent(before -> {
            throw new NotAllowed(
                before.askedBy().equals(by.person().subject())
                    ? "You have asked already: what is missing is somebody else with the role Approver."
                    : "Somebody else has asked already: what is missing is an approval, not a second request.");
          });
      String nonce =
          proving.prove(by, Action.ASK_TO_OPEN_GATE, GateRequestRow.asking(reason)).nonce();
      String subject = by.person().subject();
      var request =
          GateRequestRow.asked(
              UUID.randomUUID(), subject, nonce, reason, now, now.plus(REQUEST_HOLDS));
      store.gateRequests().ask(request);
      append(
          "gate.asked",
          "gate/" + request.requestId() + "/asked",
          now,
          Map.of(
              "request", request.requestId().toString(), "until", request.expiresAt().toString()),
          Map.of("actor", subject, "reason", reason));
      return request;
    });
  }

  /**
   * Opens the gate as the second person.
   *
   * @throws NotAllowed when nothing was asked, or by the same person, or they may not approve
   */
  public void approve(Hand by) {
    store.inTransaction(() -> {
      store.gateRequests().lock();
      requireClosed();
      Instant now = clock.instant();
      GateRequestRow request =
          store
              .gateRequests()
              .waiting(now)
              .orElseThrow(() ->
                  new NotAllowed(
                      "Nobody has asked to open the gate in the last 24 hours, or it was closed again since."));
      String subject = by.person().subject();
      if (subject.equals(request.askedBy())) {
        throw new NotAllowed(
            "You have asked yourself: what is missing is somebody else with the role Approver.");
      }
      String nonce = proving.prove(by, Action.APPROVE_OPENING_GATE, request.approval()).nonce();
      if (!store.gateRequests().approve(request.requestId(), subject, nonce, now)) {
        throw new NotAllowed("The request does not wait any more: ask again.");
      }
      store.safety().openGate(request.reason(), now, subject);
      append(
          "gate.opened",
          "gate/" + request.requestId() + "/opened",
          now,
          Map.of("how", "by two people", "request", request.requestId().toString()),
          Map.of("actor", subject, "asked", request.askedBy(), "reason", request.reason()));
    });
  }

  private void requireClosed() {
    if (store.safety().current().gateIsOpen()) {
      throw new NotAllowed("The gate is open already.");
    }
  }

  private void append(
      String kind,
      String key,
      Instant at,
      Map<String, Object> fields,
      Map<String, String> personal) {
    store.ledger().append(new Event(kind, key, at, null, fields, personal), null);
  }
}
