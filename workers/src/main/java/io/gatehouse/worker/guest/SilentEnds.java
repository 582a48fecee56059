package io.gatehouse.worker.guest;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Outcome;
import io.gatehouse.safety.Effect;
import io.gatehouse.store.Store;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.House;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Closes open lifecycles whose workflow was ended in Temporal before it could say anything: by a
 * terminate, a time-out, a failure, or with its whole history.
 */
final class SilentEnds {
  private static final String WORDS = "ended in Temporal without a word";

  /** One that completed or was cancelled recorded its end before that. */
  private static final Set<WorkflowExecutionStatus> SILENT =
      Set.of(
          WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED,
          WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT,
          WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED);

  /** The row stands before the workflow does. */
  private static final Duration STARTING = Duration.ofHours(1);

  private final House house;
  private final WorkflowClient temporal;
  private final LifecycleRecorder recorder;

  SilentEnds(House house, WorkflowClient temporal) {
    this.house = house;
    this.temporal = temporal;
    this.recorder = new LifecycleRecorder(house);
  }

  /** Closes the lifecycle if its workflow can not do that any more; leaves it alone otherwise. */
  void notice(LifecycleRow row) {
    Instant started = row.startedAt();
    var ref = new LifecycleRef(house.tenant(), row.guestId(), row.openingId().toString());
    if (started != null
        && started.isBefore(house.now().minus(STARTING))
        && isSilent(WorkflowIds.guest(ref))) {
      house.store().inTransaction(() -> close(ref, started));
    }
  }

  private boolean isSilent(String workflowId) {
    try {
      return SILENT.contains(temporal.newUntypedWorkflowStub(workflowId).describe().getStatus());
    } catch (WorkflowNotFoundException forgotten) {
      return true;
    }
  }

  private void close(LifecycleRef ref, Instant started) {
    Store store = house.store();
    UUID openingId = UUID.fromString(ref.openingId());
    store.lifecycles().started(openingId, started); // whoever closes it now is waited for
    if (store.lifecycles().find(openingId).orElseThrow().isOpen()) {
      recorder.close(ref, closing(openingId));
    }
  }

  private Closing closing(UUID openingId) {
    List<String> keys =
        house.store().ledger().of(openingId).stream().map(EntryRow::entryKey).toList();
    String opening = openingId + "/";
    boolean disabled = proved(keys, opening + Effect.DISABLE);
    if (proved(keys, opening + Effect.ENABLE)) {
      return new Closing(Outcome.STOOD_DOWN, WORDS + ", the account was given back before", null);
    }
    if (disabled || intended(keys, opening + Effect.DISABLE)) {
      return new Closing(
          Outcome.FAILED,
          WORDS + ", the account " + (disabled ? "is left disabled" : "may be left disabled"),
          null);
    }
    return new Closing(Outcome.STOOD_DOWN, WORDS, null);
  }

  private static boolean proved(List<String> keys, String effect) {
    return keys.contains(effect + "/1/proof");
  }

  /** An intent that did not lapse may have been carried out before anybody could prove it. */
  private static boolean intended(List<String> keys, String effect) {
    return count(keys, effect + "/1/intent") > count(keys, effect + "/1/lapsed");
  }

  private static long count(List<String> keys, String start) {
    return keys.stream().filter(key -> key.startsWith(start)).count();
  }
}
