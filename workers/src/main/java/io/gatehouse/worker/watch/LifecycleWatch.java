package io.gatehouse.worker.watch;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.lifecycle.StuckRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.watch.WatchActivities;
import io.gatehouse.watch.WatchedBatch;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares what Gatehouse has open with what Temporal runs, and writes down where they differ. */
public final class LifecycleWatch implements WatchActivities {
  /** Each costs Temporal a description: a batch takes a second or two of an attempt's thirty. */
  private static final int BATCH = 200;

  /** A workflow may be a moment younger than its row says. */
  private static final Duration STARTING = Duration.ofMinutes(5);

  private final House house;
  private final Eye eye;
  private final Desks desks;
  private final ForcedEnds ends;
  private final Chronicle chronicle;

  public LifecycleWatch(House house, WorkflowClient temporal) {
    this.house = house;
    this.eye = new Eye(temporal);
    this.desks = new Desks(house, eye, STARTING);
    this.ends = new ForcedEnds(house);
    this.chronicle = new Chronicle(house);
  }

  /** One lifecycle, and what Temporal shows of it. */
  private record Seen(LifecycleRow row, Sight sight) {}

  @Override
  public WatchedBatch watch(@Nullable String cursor) {
    List<LifecycleRow> rows =
        house
            .store()
            .lifecycleList()
            .list(
                new LifecycleFilter(
                    true, null, null, cursor == null ? null : UUID.fromString(cursor), BATCH));
    List<Seen> seen = rows.stream().filter(this::started).map(this::look).toList();
    boolean lost = LostHistory.suspected(seen.stream().map(Seen::sight).toList()) && gateIsOpen();
    int ended = 0;
    int stuck = 0;
    for (Seen each : seen) {
      switch (each.sight()) {
        case Sight.Well _ -> goesOn(each.row());
        case Sight.Ended end -> ended += ends.close(ref(each.row()), end) ? 1 : 0;
        case Sight.Stuck it -> stuck += note(each.row(), it.since(), it.why());
        case Sight.Unknown _ when lost ->
            stuck += note(each.row(), started(each), LostHistory.WORDS);
        case Sight.Unknown _ -> ended += ends.close(ref(each.row()), Sight.Ended.UNKNOWN) ? 1 : 0;
      }
    }
    boolean more = rows.size() == BATCH;
    if (!more) {
      house.store().watched().looked(house.now());
    }
    return new WatchedBatch(ended, stuck, more ? rows.getLast().openingId().toString() : null);
  }

  private boolean started(LifecycleRow row) {
    Instant started = row.startedAt();
    return started != null && started.isBefore(house.now().minus(STARTING));
  }

  private Seen look(LifecycleRow row) {
    Sight own = eye.at(WorkflowIds.guest(ref(row)), row.firstRun());
    return new Seen(row, own instanceof Sight.Well ? desks.behind(row).orElse(own) : own);
  }

  private boolean gateIsOpen() {
    return house.store().safety().current().gateIsOpen();
  }

  private int note(LifecycleRow row, Instant since, String why) {
    var stuck = new StuckRow(row.openingId(), since, why);
    house
        .store()
        .inTransaction(() -> {
          house.store().stuck().note(stuck);
          chronicle.append(
              ref(row),
              "lifecycle.stuck",
              "stuck/" + since,
              house.now(),
              Map.of("since", since.toString(), "why", why),
              Map.of());
        });
    return 1;
  }

  private void goesOn(LifecycleRow row) {
    Optional<StuckRow> stuck = house.store().stuck().find(row.openingId());
    stuck.ifPresent(was ->
        house
            .store()
            .inTransaction(() -> {
              house.store().stuck().clear(row.openingId());
              chronicle.append(
                  ref(row),
                  "lifecycle.unstuck",
                  "unstuck/" + was.since(),
                  house.now(),
                  Map.of("since", was.since().toString()),
                  Map.of());
            }));
  }

  private LifecycleRef ref(LifecycleRow row) {
    return new LifecycleRef(house.tenant(), row.guestId(), row.openingId().toString());
  }

  private static Instant started(Seen seen) {
    return Objects.requireNonNull(seen.row().startedAt());
  }
}
