package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.starter.GuestSketch;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.Visitor;
import io.gatehouse.starter.serve.Serve;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Days are counted by one rule, whichever page shows them, at any hour. */
class DayCountsTest {
  private static final int GUESTS = 48;
  private static final Pattern LISTED =
      Pattern.compile("<bdi>Guest (\\d+)</bdi>(?s:.*?)</time> <span class=\"meta\">([^<]+)</span>");
  private static final Pattern REPORTED =
      Pattern.compile("<bdi>Guest (\\d+)</bdi>(?s:.*?)class=\"number\">(\\d+)</td>");

  private static TestHouse house;
  private static Serve serve;
  private static Visitor visitor;

  @BeforeAll
  static void a_guest_for_every_hour_of_two_days() {
    house = new TestHouse();
    house.temporal.start();
    for (int i = 0; i < GUESTS; i++) {
      house.guest(
          GuestSketch.of("Guest " + i)
              .judged("ACTIVE", "x", "ACTIVE")
              .signedIn(TestHouse.MORNING.minus(Duration.ofHours(i))));
    }
    serve = house.serve();
    visitor = new Visitor(serve.port());
  }

  @AfterAll
  static void close() {
    serve.close();
    house.close();
  }

  @Test
  void guests_page_and_report_count_the_same_days_at_every_hour() {
    for (int hour = 0; hour < 24; hour += 3) {
      String guests = visitor.get("/").body();
      String report = visitor.get("/report").body();

      assertThat(days(LISTED, guests))
          .as("%d hours after the morning", hour)
          .hasSize(GUESTS)
          .isEqualTo(days(REPORTED, report));
      assertThat(plot(guests)).hasSize(9).isEqualTo(plot(report));
      house.clock.pass(Duration.ofHours(3));
    }
  }

  private static Map<String, Integer> days(Pattern pattern, String page) {
    var days = new TreeMap<String, Integer>();
    pattern.matcher(page).results().forEach(row -> days.put(row.group(1), number(row.group(2))));
    return days;
  }

  private static int number(String words) {
    return words.equals("today") ? 0 : Integer.parseInt(words.replaceAll(" days? ago", ""));
  }

  private static List<String> plot(String page) {
    return Pattern.compile("</svg> <span>(\\d+)</span>")
        .matcher(page)
        .results()
        .map((MatchResult bar) -> bar.group(1))
        .toList();
  }
}
