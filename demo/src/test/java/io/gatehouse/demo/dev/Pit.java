package io.gatehouse.demo.dev;

import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.graph.Faults;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a worker stands still in the middle of an effect, to be killed there. */
final class Pit {
  /** Between which steps, and on whose account. */
  enum Kill {
    AFTER_THE_LOOK(NamedGuest.PLAINLY_STALE),
    AFTER_THE_INTENT(NamedGuest.SPONSOR_REMOVES),
    AFTER_THE_REQUEST(NamedGuest.SPONSOR_SILENT),
    BEFORE_THE_PROOF(NamedGuest.OTHER_MAIL);

    final NamedGuest guest;

    Kill(NamedGuest guest) {
      this.guest = guest;
    }
  }

  /** An effect, and the request by which it is known. */
  enum Step {
    DISABLE("PATCH", "^/users/"),
    SOFT_DELETE("DELETE", "^/users/"),
    RESTORE("POST", "^/directory/deletedItems/"),
    ENABLE("PATCH", "^/users/");

    private final String method;
    private final String path;

    Step(String method, String path) {
      this.method = method;
      this.path = path;
    }
  }

  /** Longer than an attempt may take: whoever is held up is killed before it ends. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private final RealHouse real;
  private final Faults faults;
  private @Nullable Trap trap;

  Pit(RealHouse real) {
    this.real = real;
    this.faults = real.house().sandbox().graph().faults();
  }

  void dig(Kill kill, Step step) throws SQLException {
    switch (kill) {
      case AFTER_THE_LOOK -> trap = trap("effect.intended", step);
      case AFTER_THE_INTENT -> silence(step, Moment.BEFORE_THE_EFFECT);
      case AFTER_THE_REQUEST -> silence(step, Moment.AFTER_THE_EFFECT);
      case BEFORE_THE_PROOF -> trap = trap("effect.proved", step);
    }
  }

  /** Until somebody stands in it. */
  void await() {
    Trap set = trap;
    RealHouse.until(() -> set == null ? faults.remaining() == 0 : set.holds());
  }

  /** Nobody stands in it any more. */
  void fill() throws SQLException {
    if (trap != null) {
      trap.close();
      trap = null;
    }
  }

  private Trap trap(String kind, Step step) throws SQLException {
    return Trap.before(kind, "%/" + step + "/%", real.house().variables());
  }

  private void silence(Step step, Moment moment) {
    faults.inject(step.method, step.path, 1, new Fault.Silent(moment, SILENCE));
  }
}
