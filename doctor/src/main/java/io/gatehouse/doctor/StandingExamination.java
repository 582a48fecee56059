package io.gatehouse.doctor;

import static io.gatehouse.doctor.Finding.note;
import static io.gatehouse.doctor.Finding.well;
import static io.gatehouse.doctor.Finding.wrong;

import io.gatehouse.starter.actor.KeyFile;
import io.gatehouse.starter.actor.ServiceKey;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.safety.SafetyRow;
import io.gatehouse.store.scan.ScanRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the house stands: policy, gate, last scan, what waits. */
record StandingExamination(Ground ground) implements Examination {
  /** Scans are daily, within half an hour. */
  private static final Duration SCAN_TOO_OLD = Duration.ofHours(26);

  private static final Duration DELIVERY_TOO_LONG = Duration.ofHours(1);

  @Override
  public String subject() {
    return "The house";
  }

  @Override
  public List<Finding> look() {
    Store store = ground.store();
    Instant now = ground.clock().instant();
    var found = new ArrayList<Finding>();
    found.add(policy(store));
    found.add(gate(store.safety().current()));
    found.add(scan(store, now));
    found.add(answers(store, now));
    found.add(stuck(store));
    found.add(serviceKey(store));
    return found;
  }

  private static Finding policy(Store store) {
    if (AppliedPolicy.newest(store).isEmpty()) {
      return wrong("No policy is in force: write one and run ./gatehouse policy apply FILE.");
    }
    String flaw = store.safety().current().modeFlaw();
    return flaw == null
        ? well("a policy is in force")
        : wrong(
            "Nobody is asked and nothing is removed: %s (./gatehouse policy apply FILE)."
                .formatted(flaw));
  }

  private static Finding gate(SafetyRow safety) {
    String mode = safety.mode().toLowerCase(Locale.ROOT);
    return safety.gateIsOpen()
        ? well("mode %s, the gate is open".formatted(mode))
        : note(
            "mode %s, the gate is closed (%s): nothing is disabled or deleted until two people open it, ./gatehouse resume."
                .formatted(mode, safety.gateReason()));
  }

  private static Finding scan(Store store, Instant now) {
    List<ScanRow> newest = store.scans().newest(1);
    if (newest.isEmpty()) {
      return note("No scan has run yet: ./gatehouse scan.");
    }
    ScanRow scan = newest.getFirst();
    if (scan.startedAt().isBefore(now.minus(SCAN_TOO_OLD))) {
      return wrong(
          "The last scan began %s: look at ./gatehouse schedules list and at the worker."
              .formatted(scan.startedAt()));
    }
    return "UNFIT".equals(scan.judgement())
        ? wrong("The last scan is not to be trusted: %s".formatted(scan.reasons()))
        : well("the last scan began " + scan.startedAt());
  }

  private static Finding answers(Store store, Instant now) {
    List<AnswerRow> late =
        store.answers().recorded().stream()
            .filter(answer -> answer.answeredAt().isBefore(now.minus(DELIVERY_TOO_LONG)))
            .toList();
    return late.isEmpty()
        ? well("every answer reached its lifecycle")
        : wrong(
            "%d answer(s) wait for more than an hour: the page /operator names them; are serve and a worker on core running?"
                .formatted(late.size()));
  }

  private static Finding stuck(Store store) {
    int count = store.stuck().all().size();
    return count == 0
        ? well("no lifecycle is stuck in Temporal")
        : wrong("%d lifecycle(s) cannot go on in Temporal: see /operator.".formatted(count));
  }

  /** Only looks: a key that is not there is made by serve. */
  private Finding serviceKey(Store store) {
    var file = ground.keyFiles().service();
    return KeyFile.read(file)
        .map(key ->
            ServiceKey.flaw(Signer.ofService(key, ground.clock()), store)
                .map(Finding::wrong)
                .orElse(well("the pages' key counts")))
        .orElse(note("There is no key for pages on this machine: serve makes one when it starts."));
  }
}
