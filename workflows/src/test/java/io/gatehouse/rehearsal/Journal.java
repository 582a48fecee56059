package io.gatehouse.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * What happened outside the workflows, each line dated by the time since the test began: {@code
 * "14d asks mia"}. Seconds are left out: they are the machine's, not the plan's.
 */
final class Journal {
  /** A hold until a moment is shorter by the time the message takes to arrive. */
  private static final Duration EARLY = Duration.ofSeconds(5);

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Supplier<Duration> sinceStart;

  Journal(Supplier<Duration> sinceStart) {
    this.sinceStart = sinceStart;
  }

  void write(String what) {
    Duration at = sinceStart.get().plus(EARLY);
    String clock =
        at.toHoursPart() + at.toMinutesPart() == 0
            ? ""
            : " %02d:%02d".formatted(at.toHoursPart(), at.toMinutesPart());
    lines.add("%dd%s %s".formatted(at.toDays(), clock, what));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
