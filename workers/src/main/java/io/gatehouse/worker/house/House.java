package io.gatehouse.worker.house;

import io.gatehouse.policy.Mode;
import io.gatehouse.policy.Policy;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.policy.PolicyRow;
import io.gatehouse.temporal.Wire;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What every activity stands in: one tenant, its memory, its clock and its policy.
 *
 * @param pages what links to our pages begin with, without a slash at its end
 */
public record House(String tenant, Store store, Clock clock, String pages) {

  /** A policy with the version it was applied as. */
  public record Applied(int version, Policy policy) {
    public LocalDate today(Instant now) {
      return LocalDate.ofInstant(now, policy.zone());
    }
  }

  /** Read again for each decision, so that a new policy counts at once. */
  public Applied policy() {
    PolicyRow row =
        store
            .policies()
            .newest()
            .orElseThrow(() ->
                Failures.notConfigured(
                    "No policy is applied yet: write one and run ./gatehouse policy apply FILE."));
    Optional<String> problem = problem(row);
    if (problem.isPresent()) {
      throw Failures.notConfigured(problem.get());
    }
    return new Applied(row.version(), Wire.read(row.body(), Policy.class));
  }

  /** Why a stored policy is none for today: read as one it would be a policy with holes. */
  public static Optional<String> problem(PolicyRow row) {
    return Wire.read(row.body(), Map.class).containsKey("triggers")
        ? Optional.empty()
        : Optional.of(
            "Policy version %d was applied by an earlier Gatehouse and cannot be read any more: bring its file up to format version 2 and run ./gatehouse policy apply FILE."
                .formatted(row.version()));
  }

  public Mode mode() {
    return Mode.valueOf(store.safety().current().mode());
  }

  /** Loosening the mode does not reach lifecycles whose question was asked under a tighter one. */
  public Mode askedUnder(UUID openingId) {
    return store.questions().of(openingId).stream()
        .map(QuestionRow::deliveredUnder)
        .filter(Objects::nonNull)
        .map(Mode::valueOf)
        .min(Mode::compareTo) // a vow given under notify, when a later one was asked for in earnest
        .or(() -> store.lifecycles().find(openingId).map(LifecycleRow::mode).map(Mode::valueOf))
        .orElse(Mode.OBSERVE);
  }

  public Instant now() {
    return clock.instant();
  }
}
