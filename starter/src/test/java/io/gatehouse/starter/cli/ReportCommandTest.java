package io.gatehouse.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.config.Variable;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.serve.Serve;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static TestHouse house;
  private static Serve serve;
  private static Map<String, String> environment;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    house = new TestHouse();
    house.temporal.start();
    serve = house.serve();
    environment = house.environment();
    environment.put(Variable.CLOCK.key(), "pages");
    environment.put(Variable.PAGES_BASE_URL.key(), "http://127.0.0.1:" + serve.port());
    for (int i = 0; i < 30; i++) {
      house.guest("Active Guest " + i, "ACTIVE", "ACTIVE", i * 3);
    }
    var stale =
        house.guest("A name as long as nobody has ever had \u202e one", "STALE", "KEPT", 200);
    house.guest("Never Here", "NEVER_SIGNED_IN", "ACTIVE", null);
    house
        .store
        .sponsors()
        .record(
            house.scan,
            List.of(new GuestSponsorsRow(stale.guestId(), "PRESENT", List.of(TestHouse.BOB))));
  }

  @AfterAll
  static void close() {
    serve.close();
    house.close();
  }

  @Test
  void the_table_adds_up_to_the_population_and_fits_eighty_columns() {
    Ending ending = run("report");

    assertThat(ending.code()).isZero();
    assertThat(ending.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(ending.out())
        .contains("Guests: 32 of 32 in the directory.", "Bob Example", "partner.example.com");
    String distribution = ending.out().split("\n\n")[1];
    var numbers =
        Pattern.compile(" (\\d+)(?: +#+)?$", Pattern.MULTILINE)
            .matcher(distribution)
            .results()
            .map(found -> Long.parseLong(found.group(1)))
            .toList();
    assertThat(numbers).hasSize(10);
    assertThat(numbers.subList(0, 9).stream().mapToLong(Long::longValue).sum())
        .isEqualTo(numbers.getLast())
        .isEqualTo(32);
  }

  @Test
  void every_filter_narrows_the_guests() {
    assertThat(run("report", "--state", "inactive").out()).startsWith("Guests: 1 of 32");
    assertThat(run("report", "--state", "never").out()).startsWith("Guests: 1 of 32");
    assertThat(run("report", "--min-days", "200").out()).startsWith("Guests: 2 of 32");
    assertThat(run("report", "--partner", "PARTNER.example.com").out()).startsWith("Guests: 32 of");
    assertThat(run("report", "--sponsor", TestHouse.BOB).out()).startsWith("Guests: 1 of 32");
    assertThat(run("report", "--without-sponsor").out()).startsWith("Guests: 0 of 32");
    assertThat(run("report", "--search", "Active Guest").out()).startsWith("Guests: 30 of 32");
  }

  @Test
  void guests_come_as_csv_or_json_lines() {
    assertThat(run("report", "--format", "csv").out().lines()).hasSize(33);
    assertThat(run("report", "--format", "JSONL", "--state", "active").out().lines())
        .hasSize(30)
        .allMatch(line -> line.startsWith("{\"objectId\":"));
  }

  @Test
  void into_a_file_it_is_there_wholly_or_not_at_all() throws IOException {
    Path file = folder.resolve("guests.csv");

    Ending ending = run("report", "--format", "csv", "--output", file.toString());

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).isEmpty();
    assertThat(Files.readString(file).lines()).hasSize(33);
    Ending missing = run("report", "--output", folder.resolve("no/guests.txt").toString());
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("its folder does not exist").hasLineCount(1);
    Ending device = run("report", "--output", folder.toString());
    assertThat(device.err()).contains("is no plain file");
  }

  @Test
  void an_output_that_takes_no_more_is_no_success() {
    var closed =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    Ending ending = Ending.into(closed, environment, "report", "--format", "csv");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("The report is not complete");
  }

  @Test
  void what_cannot_be_asked_is_wrong_usage() {
    assertThat(run("report", "--min-days", "-1").code()).isEqualTo(2);
    assertThat(run("report", "--state", "asleep").code()).isEqualTo(2);
    assertThat(run("report", "--format", "pdf").code()).isEqualTo(2);
    assertThat(run("report", "--help").out()).contains("Usage: gatehouse report", "--min-days");
  }

  private static Ending run(String... arguments) {
    return Ending.of(environment, arguments);
  }
}
