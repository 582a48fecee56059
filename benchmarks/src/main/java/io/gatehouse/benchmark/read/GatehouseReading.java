package io.gatehouse.benchmark.read;

import io.gatehouse.benchmark.OrdinaryPolicy;
import io.gatehouse.benchmark.SkippingClock;
import io.gatehouse.graph.CallBudget;
import io.gatehouse.graph.Credential.StaticToken;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.read.DirectoryGuest;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.GuestAnswer;
import io.gatehouse.guest.DueRules;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.GuestHistory;
import io.gatehouse.guest.Inactivity;
import io.gatehouse.policy.Policy;
import io.gatehouse.worker.guest.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** As the scan does it but for the database: page, facts, inactivity, triggers, nothing kept. */
final class GatehouseReading implements Contender {
  /** Ten pages a minute is what our own budget lets through: the time between two is skipped. */
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(6);

  private static final Policy POLICY = OrdinaryPolicy.with("nobody");

  private final SkippingClock clock;
  private final Instant now;
  private final DirectoryReader directory;
  private int active;
  private int stale;
  private int undated;
  private int due;

  GatehouseReading(URI baseUrl, Instant now) {
    this.now = now;
    this.clock = new SkippingClock(now);
    this.directory =
        new DirectoryReader(
            new GraphConnection(baseUrl, new StaticToken("pages"), new CallBudget(clock), clock));
  }

  @Override
  public Census read() {
    active = 0;
    stale = 0;
    undated = 0;
    due = 0;
    String next = null;
    do {
      clock.skip(BETWEEN_PAGES);
      var page = directory.guests(next, DirectoryReader.LARGEST_PAGE);
      page.guests().forEach(this::judge);
      next = page.nextLink();
    } while (next != null);
    return new Census(active, stale, undated);
  }

  /** Guests of the last reading for whom a trigger holds. */
  int due() {
    return due;
  }

  private void judge(GuestAnswer answer) {
    switch (answer) {
      case GuestAnswer.Readable(DirectoryGuest guest) -> judge(Reading.facts(guest));
      case GuestAnswer.Unreadable _ -> undated++;
    }
  }

  private void judge(GuestFacts facts) {
    var history = new GuestHistory(now, null, null);
    var today = LocalDate.ofInstant(now, POLICY.zone());
    if (DueRules.due(facts, history, POLICY, today, now).isPresent()) {
      due++;
    }
    switch (Inactivity.judge(facts, POLICY.triggers().inactiveAfterDays(), now)) {
      case Inactivity.Active _ -> active++;
      case Inactivity.Stale _ -> stale++;
      case Inactivity.NeverSignedIn _, Inactivity.Unknown _ -> undated++;
    }
  }
}
