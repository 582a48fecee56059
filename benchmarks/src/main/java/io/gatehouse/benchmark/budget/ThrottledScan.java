package io.gatehouse.benchmark.budget;

import io.gatehouse.benchmark.SkippingClock;
import io.gatehouse.graph.CallBudget;
import io.gatehouse.graph.Credential.StaticToken;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.GuestAnswer;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.graph.Budget;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.TenantSize;
import io.gatehouse.worker.house.Failures;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads all guests of a tenant that throttles, while fresh looks at single guests go on under their
 * own registration. Real connections, real HTTP, and one clock for tenant, budgets and waits: it
 * goes on with real time and skips only what both would sleep. Waits are what Temporal is told to
 * wait, longer by as much as its timers may be late.
 */
final class ThrottledScan implements AutoCloseable {
  private static final int SPONSORS = 40;
  private static final int TOO_MANY_REQUESTS = 429;

  /** Six looks a minute: a busy day of effects, below the ten that Graph allows. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final SkippingClock clock;
  private final Sandbox sandbox;
  private final DirectoryReader scanner;
  private final DirectoryReader looker;
  private final Duration timersAreLateBy;

  private int pages;
  private int waits;
  private int looks;
  private Duration longestWait = Duration.ZERO;
  private @Nullable String someGuest;

  ThrottledScan(int guests, Duration timersAreLateBy, Instant start) {
    this.clock = new SkippingClock(start);
    this.sandbox = Sandbox.start(SandboxOptions.of(7, clock, new TenantSize(guests, SPONSORS)));
    this.scanner = reader(AppRegistration.OBSERVER, sandbox, clock);
    this.looker = reader(AppRegistration.LOOKER, sandbox, clock);
    this.timersAreLateBy = timersAreLateBy;
  }

  private static DirectoryReader reader(AppRegistration app, Sandbox sandbox, Clock clock) {
    return new DirectoryReader(
        new GraphConnection(
            sandbox.graph().baseUrl(), new StaticToken(app.token()), new CallBudget(clock), clock));
  }

  /** Reads to the last page. */
  BudgetReport run() {
    Instant begun = clock.instant();
    Instant look = begun.plus(BETWEEN_LOOKS);
    Instant attempt = begun;
    String next = null;
    do {
      while (look.isBefore(attempt)) {
        clock.skipTo(look);
        lookAfresh();
        look = look.plus(BETWEEN_LOOKS);
      }
      clock.skipTo(attempt);
      try {
        next = readPage(next);
        attempt = clock.instant();
      } catch (ApplicationFailure throttled) {
        waits++;
        attempt = clock.instant().plus(waitOf(throttled)).plus(timersAreLateBy);
      }
    } while (next != null || pages == 0);
    return new BudgetReport(
        pages,
        Duration.between(begun, clock.instant()),
        waits,
        refused(),
        looks,
        longestWait,
        sandbox.graph().servedPerMinute(AppRegistration.OBSERVER, Budget.SIGN_IN_ACTIVITY));
  }

  private @Nullable String readPage(@Nullable String link) {
    var page = Failures.translated(() -> scanner.guests(link, DirectoryReader.LARGEST_PAGE));
    pages++;
    if (page.guests().getLast() instanceof GuestAnswer.Readable readable) {
      someGuest = readable.guest().id();
    }
    return page.nextLink();
  }

  private void lookAfresh() {
    String guest = Objects.requireNonNull(someGuest, "the first page comes before the first look");
    var waited = Duration.ZERO;
    for (boolean seen = false; !seen; ) {
      try {
        Failures.translated(() -> looker.guest(guest));
        seen = true;
      } catch (ApplicationFailure throttled) {
        var wait = waitOf(throttled).plus(timersAreLateBy);
        clock.skip(wait);
        waited = waited.plus(wait);
      }
    }
    looks++;
    longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
  }

  private static Duration waitOf(ApplicationFailure failure) {
    Duration delay = failure.getNextRetryDelay();
    if (delay == null) {
      throw failure;
    }
    return delay;
  }

  private long refused() {
    return sandbox.graph().served().stream()
        .filter(request -> request.status() == TOO_MANY_REQUESTS)
        .count();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
