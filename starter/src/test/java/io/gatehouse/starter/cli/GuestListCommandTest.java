package io.gatehouse.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.starter.GuestSketch;
import io.gatehouse.starter.TestHouse;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuestListCommandTest {
  private static final int GUESTS = 1_203;

  private static TestHouse house;
  private static Map<String, String> environment;

  @BeforeAll
  static void a_tenant_of_more_guests_than_one_screen_has_lines() {
    house = new TestHouse();
    environment = new HashMap<>(house.environment());
    environment.put("GATEHOUSE_TEMPORAL_TARGET", "127.0.0.1:1");
    house
        .store
        .guests()
        .upsert(
            IntStream.range(0, GUESTS)
                .mapToObj(i -> GuestSketch.of("Guest %04d".formatted(i)))
                .map(guest -> guest.row(house.scan, house.clock.instant()))
                .toList());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void the_first_are_listed_and_it_says_how_many_there_are_and_how_to_see_the_rest() {
    Ending ending = run("guest", "list");

    assertThat(guests(ending)).isEqualTo(200);
    assertThat(ending.out()).contains("Guest 0000").doesNotContain("Guest 0200");
    assertThat(lastLine(ending))
        .isEqualTo("200 of 1203 shown. See the rest with --all, or more with --limit N.");
  }

  @Test
  void all_are_listed_when_all_are_asked_for() {
    Ending ending = run("guest", "list", "--all");

    assertThat(guests(ending)).isEqualTo(GUESTS);
    assertThat(ending.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(lastLine(ending)).isEqualTo("All 1203 shown.");
  }

  @Test
  void as_many_are_listed_as_are_asked_for() {
    assertThat(guests(run("guest", "list", "--limit", "7"))).isEqualTo(7);
    assertThat(lastLine(run("guest", "list", "--search", "guest 12"))).isEqualTo("All 3 shown.");
    assertThat(run("guest", "list", "--search", "nobody").out().strip())
        .isEqualTo("No guest matches.");
  }

  @Test
  void a_number_that_is_none_and_two_wishes_at_once_are_one_sentence() {
    Ending none = run("guest", "list", "--limit", "0");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("--limit is 0, give 1 or more, or --all");
    assertThat(run("guest", "list", "--limit", "5", "--all").code()).isEqualTo(2);
  }

  @Test
  void a_reader_who_takes_no_more_ends_the_list() {
    Ending ending = Ending.into(new Pipe(), environment, "guest", "list", "--all");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("The list is not complete").doesNotContain("\tat ");
  }

  /** Closed by its reader, as by {@code head}. */
  private static final class Pipe extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws java.io.IOException {
      throw new java.io.IOException("Broken pipe");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static Ending run(String... arguments) {
    return Ending.of(environment, arguments);
  }

  /** Without head, empty line and the sentence at the end. */
  private static long guests(Ending ending) {
    return ending.out().lines().count() - 3;
  }

  private static String lastLine(Ending ending) {
    return ending.out().lines().toList().getLast();
  }
}
