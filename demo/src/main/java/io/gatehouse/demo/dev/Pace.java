package io.gatehouse.demo.dev;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How much faster time passes in the house than on the wall. One number scales everything alike:
 * policy, caps, recycle bin and stories all go by the house's time.
 *
 * @param epoch when both show the same
 * @param factor house time per wall time, at least 1
 */
record Pace(Instant epoch, long factor) {
  /** A slot under the caps keeps an hour: faster, it is over before a worker can take it. */
  private static final Duration SHORTEST_DAY = Duration.ofSeconds(10);

  private static final Duration DAY = Duration.ofDays(1);

  /**
   * A pace at which a day of the house lasts this long.
   *
   * @throws IllegalArgumentException with a sentence when that is shorter than ten seconds or
   *     longer than a day
   */
  static Pace of(Instant epoch, Duration day) {
    if (day.compareTo(SHORTEST_DAY) < 0 || day.compareTo(DAY) > 0) {
      throw new IllegalArgumentException(
          "A day lasts 10s to 24h, not %s.".formatted(day.toString().substring(2)));
    }
    return new Pace(epoch, DAY.dividedBy(day));
  }

  Instant house(Instant wall) {
    return epoch.plus(Duration.between(epoch, wall).multipliedBy(factor));
  }

  /** Never zero for what takes time: a timer of nothing fires at once and again. */
  Duration wall(Duration house) {
    Duration exact = house.dividedBy(factor);
    return house.isPositive() && exact.toMillis() == 0 ? Duration.ofMillis(1) : exact;
  }

  Clock clock() {
    return new PacedClock(this, Clock.systemUTC(), ZoneOffset.UTC);
  }

  private static final class PacedClock extends Clock {
    private final Pace pace;
    private final Clock wall;
    private final ZoneId zone;

    PacedClock(Pace pace, Clock wall, ZoneId zone) {
      this.pace = pace;
      this.wall = wall;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new PacedClock(pace, wall, other);
    }

    @Override
    public Instant instant() {
      return pace.house(wall.instant());
    }
  }
}
