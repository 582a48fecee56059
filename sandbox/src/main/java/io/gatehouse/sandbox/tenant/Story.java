package io.gatehouse.sandbox.tenant;

import static io.gatehouse.sandbox.tenant.SignInKind.FAILED;
import static io.gatehouse.sandbox.tenant.SignInKind.INTERACTIVE;
import static io.gatehouse.sandbox.tenant.SignInKind.NON_INTERACTIVE;
import static io.gatehouse.sandbox.tenant.SignInKind.SUCCESS_ONLY;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What happens to the named guests without Gatehouse: active ones sign in every week, one comes
 * back, one redeems its invitation, and an administrator deletes, promotes and gives roles. It
 * never ends. Generated guests need no story: their sign-ins follow from the time.
 */
public final class Story {
  private static final Duration WEEK = Duration.ofDays(7);

  private sealed interface Event {
    Instant due();

    NamedGuest guest();

    /** Every week in which the guest is not disabled. */
    record SignsInWeekly(Instant due, NamedGuest guest, SignInKind kind) implements Event {}

    record ComesBack(Instant due, NamedGuest guest) implements Event {}

    record Redeems(Instant due, NamedGuest guest) implements Event {}

    record IsDeleted(Instant due, NamedGuest guest) implements Event {}

    record GainsRole(Instant due, NamedGuest guest) implements Event {}

    record BecomesMember(Instant due, NamedGuest guest) implements Event {}
  }

  private final Tenant tenant;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::due).thenComparing(Event::guest));

  public Story(Tenant tenant) {
    this.tenant = tenant;
    events.add(new Event.SignsInWeekly(day(2), NamedGuest.FAILED_SIGN_INS_ONLY, FAILED));
    events.add(new Event.SignsInWeekly(day(3), NamedGuest.NON_INTERACTIVE_ONLY, NON_INTERACTIVE));
    events.add(new Event.SignsInWeekly(day(4), NamedGuest.ACTIVE_INTERACTIVE, INTERACTIVE));
    events.add(new Event.SignsInWeekly(day(4), NamedGuest.ACTIVE_NON_INTERACTIVE, NON_INTERACTIVE));
    events.add(new Event.SignsInWeekly(day(4), NamedGuest.ACTIVE_SUCCESSFUL, SUCCESS_ONLY));
    events.add(new Event.SignsInWeekly(day(4), NamedGuest.REVIEW_KEPT, INTERACTIVE));
    events.add(new Event.SignsInWeekly(day(4), NamedGuest.REVIEW_REMOVED, INTERACTIVE));
    events.add(new Event.SignsInWeekly(day(4), NamedGuest.WITHOUT_SPONSOR, INTERACTIVE));
    events.add(new Event.GainsRole(day(13), NamedGuest.GAINS_ROLE));
    events.add(new Event.BecomesMember(day(13), NamedGuest.BECOMES_MEMBER));
    events.add(new Event.IsDeleted(day(15), NamedGuest.DELETED_BY_ADMIN));
    events.add(new Event.ComesBack(day(16), NamedGuest.COMES_BACK));
    events.add(new Event.Redeems(day(20), NamedGuest.REDEEMS_LATE));
    events.add(new Event.GainsRole(day(30), NamedGuest.GAINS_ROLE_IN_GRACE));
  }

  private Instant day(int number) {
    return tenant.start().plus(Duration.ofDays(number));
  }

  /** Makes everything happen that is due, and tells how much that was. */
  public synchronized int act(Instant now) {
    int happened = 0;
    for (var next = events.peek(); next != null && !next.due().isAfter(now); next = events.peek()) {
      events.remove();
      happen(next, tenant.idOf(next.guest()));
      happened++;
    }
    return happened;
  }

  public synchronized Optional<Instant> nextDue() {
    return Optional.ofNullable(events.peek()).map(Event::due);
  }

  private void happen(Event event, String id) {
    switch (event) {
      case Event.SignsInWeekly(var due, var guest, var kind) -> {
        if (tenant.user(id).filter(User::accountEnabled).isPresent()) {
          tenant.signIn(id, kind, due);
        }
        events.add(new Event.SignsInWeekly(due.plus(WEEK), guest, kind));
      }
      case Event.ComesBack(var due, _) -> tenant.signIn(id, INTERACTIVE, due);
      case Event.Redeems(var due, _) -> {
        if (tenant.redeem(id, due)) {
          tenant.signIn(id, INTERACTIVE, due);
        }
      }
      case Event.IsDeleted(var due, _) ->
          tenant.delete(id, Initiator.ADMINISTRATOR, "story-" + due);
      case Event.GainsRole _ -> tenant.gainRole(id);
      case Event.BecomesMember _ -> tenant.becomeMember(id);
    }
  }
}
