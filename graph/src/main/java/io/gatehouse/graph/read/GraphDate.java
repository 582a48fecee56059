package io.gatehouse.graph.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * Reads a DateTimeOffset as {@link Instant#parse} does, and those in Graph's usual spelling, {@code
 * 2026-11-20T08:15:30Z}, many times faster: up to five dates a guest were a fifth of what reading
 * one costs.
 */
final class GraphDate {

  private static final String SHAPE = "dddd-dd-ddTdd:dd:ddZ";

  private GraphDate() {}

  /**
   * @throws DateTimeParseException for what is no date
   */
  static Instant parse(String text) {
    if (isUsual(text)) {
      int year = number(text, 0, 4);
      int month = number(text, 5, 7);
      int day = number(text, 8, 10);
      int hour = number(text, 11, 13);
      int minute = number(text, 14, 16);
      int second = number(text, 17, 19);
      if (isDay(year, month, day) && hour < 24 && minute < 60 && second < 60) {
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second);
      }
    }
    return Instant.parse(text);
  }

  private static boolean isUsual(String text) {
    if (text.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char expected = SHAPE.charAt(i);
      char found = text.charAt(i);
      if (expected == 'd' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDay(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }
}
