package io.gatehouse.starter.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Days and moments in the words of people, in one zone, seen from one instant.
 *
 * @param zone the policy's
 * @param now read once per request
 */
public record Calendar(ZoneId zone, Instant now) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  /**
   * A point in time as it stands on a page.
   *
   * @param machine for the {@code datetime} attribute
   * @param words for people
   * @param distance such as "in 3 days"
   */
  public record Point(String machine, String words, String distance) {}

  public LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  public Point day(Instant at) {
    return new Point(at.toString(), DAY.format(at.atZone(zone)), distance(at));
  }

  public @Nullable Point dayOrNull(@Nullable Instant at) {
    return at == null ? null : day(at);
  }

  /**
   * A day since which days are counted, such as a sign-in: in UTC days, as the report and
   * Microsoft's own count them, so that no two pages differ about the same date.
   */
  public Point since(Instant at) {
    return new Point(at.toString(), DAY.format(at.atZone(zone)), distance(utcDay(now), utcDay(at)));
  }

  public @Nullable Point sinceOrNull(@Nullable Instant at) {
    return at == null ? null : since(at);
  }

  public Point day(LocalDate day) {
    return new Point(day.toString(), words(day), distance(day));
  }

  /** A day inside a sentence. */
  public static String words(LocalDate day) {
    return DAY.format(day);
  }

  /** To the minute. */
  public Point moment(Instant at) {
    return new Point(at.toString(), MOMENT.format(at.atZone(zone)), distance(at));
  }

  public @Nullable Point momentOrNull(@Nullable Instant at) {
    return at == null ? null : moment(at);
  }

  /** How to read them, in one sentence. */
  public String reading() {
    return zone.normalized().equals(ZoneOffset.UTC)
        ? "Dates are in UTC."
        : "Dates are in %s; days since a sign-in are counted in UTC, as Microsoft does."
            .formatted(zone);
  }

  private static LocalDate utcDay(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private String distance(Instant at) {
    return distance(LocalDate.ofInstant(at, zone));
  }

  private String distance(LocalDate day) {
    return distance(today(), day);
  }

  private static String distance(LocalDate today, LocalDate day) {
    long days = ChronoUnit.DAYS.between(today, day);
    if (days == 0) {
      return "today";
    }
    String span = Math.abs(days) == 1 ? "1 day" : Math.abs(days) + " days";
    return days > 0 ? "in " + span : span + " ago";
  }
}
