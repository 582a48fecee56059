package io.gatehouse.rehearsal;

import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookActivities;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.safety.Comparison;
import io.gatehouse.safety.HoldingActivities;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Looks at the guest: nothing has changed and nothing is missing, unless the test says otherwise.
 */
final class FakeLooks implements LookActivities, HoldingActivities {
  private final Journal journal;
  private final Script script;
  private final Queue<Look> looks = new ConcurrentLinkedQueue<>();
  private volatile int missing;

  FakeLooks(Journal journal, Script script) {
    this.journal = journal;
    this.script = script;
  }

  void next(Look look) {
    looks.add(look);
  }

  void misses(int count) {
    missing = count;
  }

  @Override
  public Look look(LookRequest request) {
    script.play("look");
    Look next = looks.poll();
    Look look = next == null ? new Look.Unchanged() : next;
    journal.write(
        "looks (disabled %s, deleted %s): %s"
            .formatted(request.disabled(), request.deleted(), look.getClass().getSimpleName()));
    return look;
  }

  @Override
  public int compare(Comparison comparison) {
    script.play("compare");
    journal.write("compares after %s: %d missing".formatted(comparison.after(), missing));
    return missing;
  }
}
