package io.gatehouse.starter.schedule;

import io.gatehouse.temporal.codec.PayloadCipher;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleBackfill;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.common.converter.DataConverter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The schedules of one namespace: made as wished, kept as people left them. */
public final class Schedules {
  private final ScheduleClient client;
  private final DataConverter converter;

  public Schedules(WorkflowClient temporal) {
    this.converter = temporal.getOptions().getDataConverter();
    this.client =
        ScheduleClient.newInstance(
            temporal.getWorkflowServiceStubs(),
            ScheduleClientOptions.newBuilder()
                .setNamespace(temporal.getOptions().getNamespace())
                .setDataConverter(converter)
                .build());
  }

  /** What came of a wish. */
  public enum Applied {
    CREATED("made"),
    UPDATED("put right"),
    UNCHANGED("is as the policy wants"),
    /** Ours by its mark, and changed by hand since: left alone unless somebody insists. */
    DRIFTED("was changed by hand and left alone");

    private final String words;

    Applied(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** What there is. */
  public Optional<ScheduleDescription> find(String id) {
    try {
      return Optional.of(client.getHandle(id).describe());
    } catch (ScheduleException e) {
      if (says(Status.Code.NOT_FOUND, e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Makes what is missing and what an older policy wanted; says what was changed by hand. */
  public void ensure(List<HouseSchedule> wanted, Consumer<String> out) {
    try {
      for (HouseSchedule each : wanted) {
        Applied applied = apply(each, false);
        if (applied != Applied.UNCHANGED) {
          out.accept("Schedule %s: %s.".formatted(each.name(), applied.words()));
        }
      }
    } catch (RuntimeException e) {
      if (!unknown(e)) {
        throw e;
      }
      out.accept("This Temporal has no schedules: scans run when somebody asks for one.");
    }
  }

  /**
   * Makes the schedule as wished. Whether it is paused, and why, stays as people left it.
   *
   * @param insist puts back also what was changed by hand
   */
  public Applied apply(HouseSchedule wanted, boolean insist) {
    try {
      client.createSchedule(
          wanted.id(), wanted.schedule(Meaning.running()), ScheduleOptions.newBuilder().build());
      return Applied.CREATED;
    } catch (ScheduleAlreadyRunningException exists) {
      Schedule found = client.getHandle(wanted.id()).describe().getSchedule();
      boolean marked = marked(found, wanted);
      boolean drifted = drifted(found, wanted);
      if (marked && !drifted && key(found).equals(key(converter.toPayloads(wanted.argument())))) {
        return Applied.UNCHANGED;
      }
      if (marked && drifted && !insist) {
        return Applied.DRIFTED;
      }
      client
          .getHandle(wanted.id())
          .update(input -> new ScheduleUpdate(wanted.schedule(state(input.getDescription()))));
      return Applied.UPDATED;
    }
  }

  /** A pause and why; not that it may run so many times only. */
  private static ScheduleState state(ScheduleDescription found) {
    ScheduleState state = found.getSchedule().getState();
    return state == null
        ? Meaning.running()
        : ScheduleState.newBuilder()
            .setPaused(state.isPaused())
            .setNote(Objects.requireNonNullElse(state.getNote(), ""))
            .build();
  }

  /** Whether somebody changed by hand what carries our mark. */
  public static boolean drifted(Schedule found, HouseSchedule wanted) {
    return !Meaning.of(found, wanted.argument()).equals(Meaning.of(wanted))
        || !Meaning.keepsPolicy(found, wanted.schedule(Meaning.running()));
  }

  private static boolean marked(Schedule found, HouseSchedule wanted) {
    return found.getAction() instanceof ScheduleActionStartWorkflow start
        && String.valueOf(start.getOptions().getStaticDetails()).endsWith(wanted.mark());
  }

  /** A schedule's input stays encrypted with the key of the day it was applied. */
  private static String key(Schedule found) {
    return found.getAction() instanceof ScheduleActionStartWorkflow start
        ? key(start.getArguments().toPayloads())
        : "";
  }

  private static String key(Optional<Payloads> input) {
    return input.map(payloads -> PayloadCipher.keyOf(payloads.getPayloads(0))).orElse("");
  }

  /** Starts a run now, also on a paused schedule; where one runs already, none is added. */
  public void trigger(String id) {
    client.getHandle(id).trigger(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP);
  }

  /**
   * The same, and which workflow it became; joins the one that runs.
   *
   * @return empty when the server did not tell in time
   */
  public Optional<String> run(String id) {
    return new ScheduledRuns(this, id).now();
  }

  public void pause(String id, String note) {
    client.getHandle(id).pause(note);
  }

  public void unpause(String id, String note) {
    client.getHandle(id).unpause(note);
  }

  /** Runs what was missed between two instants, one after the other. */
  public void backfill(String id, Instant from, Instant to) {
    ScheduleHandle handle = client.getHandle(id);
    handle.backfill(
        List.of(
            new ScheduleBackfill(
                from, to, ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL)));
  }

  /** Whether a call failed because this Temporal has no schedules at all. */
  public static boolean unknown(RuntimeException e) {
    return says(Status.Code.UNIMPLEMENTED, e);
  }

  private static boolean says(Status.Code code, RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException status && status.getStatus().getCode() == code) {
        return true;
      }
    }
    return false;
  }
}
