package io.gatehouse.sandbox.tenant;

import static io.gatehouse.sandbox.tenant.SignInKind.INTERACTIVE;
import static io.gatehouse.sandbox.tenant.SignInKind.NON_INTERACTIVE;
import static io.gatehouse.sandbox.tenant.SignInKind.SUCCESS_ONLY;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What happens in the tenant without Gatehouse: active guests sign in every week, one stale guest
 * comes back, an administrator deletes another. It never ends.
 */
public final class Story {
  /** The administrator who deletes {@link NamedGuest#DELETED_BY_ADMIN}. */
  public static final Initiator ADMINISTRATOR = new Initiator.Person("admin@" + Employee.HOST);

  private static final Duration WEEK = Duration.ofDays(7);

  private sealed interface Event {
    Instant due();

    record SignsIn(Instant due, NamedGuest guest, SignInKind kind) implements Event {}

    record AdministratorDeletes(Instant due, NamedGuest guest) implements Event {}
  }

  private final Tenant tenant;
  private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::due));

  public Story(Tenant tenant) {
    this.tenant = tenant;
    events.add(new Event.SignsIn(day(4), NamedGuest.ACTIVE_INTERACTIVE, INTERACTIVE));
    events.add(new Event.SignsIn(day(4), NamedGuest.ACTIVE_NON_INTERACTIVE, NON_INTERACTIVE));
    events.add(new Event.SignsIn(day(4), NamedGuest.ACTIVE_SUCCESSFUL, SUCCESS_ONLY));
    events.add(new Event.AdministratorDeletes(day(15), NamedGuest.DELETED_BY_ADMIN));
    events.add(new Event.SignsIn(day(16), NamedGuest.COMES_BACK, INTERACTIVE));
  }

  private Instant day(int number) {
    return tenant.start().plus(Duration.ofDays(number));
  }

  /** Makes everything happen that is due, and tells how much that was. */
  public synchronized int act(Instant now) {
    int happened = 0;
    for (var next = events.peek(); next != null && !next.due().isAfter(now); next = events.peek()) {
      events.remove();
      happen(next);
      happened++;
    }
    return happened;
  }

  public synchronized Optional<Instant> nextDue() {
    return Optional.ofNullable(events.peek()).map(Event::due);
  }

  private void happen(Event event) {
    switch (event) {
      case Event.SignsIn(var due, var guest, var kind) -> {
        tenant.signIn(tenant.idOf(guest), kind, due);
        events.add(new Event.SignsIn(due.plus(WEEK), guest, kind));
      }
      case Event.AdministratorDeletes(var due, var guest) ->
          tenant.delete(tenant.idOf(guest), ADMINISTRATOR, "story-" + due);
    }
  }
}
