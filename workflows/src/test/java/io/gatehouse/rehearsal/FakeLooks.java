package io.gatehouse.rehearsal;

import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookActivities;
import io.gatehouse.guest.LookRequest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A look at the guest: nothing has changed, unless the test says otherwise. */
final class FakeLooks implements LookActivities {
  private final Journal journal;
  private final Script script;
  private final Queue<Look> looks = new ConcurrentLinkedQueue<>();

  FakeLooks(Journal journal, Script script) {
    this.journal = journal;
    this.script = script;
  }

  void next(Look look) {
    looks.add(look);
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
}
