package io.gatehouse.starter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.report.ReportFilter;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {
  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  private static final String HOSTILE =
      "=HYPERLINK(\"http://evil.example.com\",\"Mallory\")\r\n\u202Eecila\u2028;@x";

  private static TestDatabase database;
  private static Store store;
  private static Store large;

  @BeforeAll
  static void fill() {
    database = TestDatabase.fresh();
    store = database.store("11111111-2222-4333-8444-555555555555");
    var scan = UUID.randomUUID();
    store
        .guests()
        .upsert(
            List.of(
                SampleGuests.row("ann", "Ann Ågren", scan, NOW),
                SampleGuests.row("mallory", HOSTILE, scan, NOW)));
    store
        .sponsors()
        .record(scan, List.of(new GuestSponsorsRow("ann", "PRESENT", List.of("bob", "cem"))));
    large = database.store("22222222-2222-4333-8444-555555555555");
    var sample = new SampleGuests(9, NOW, 25_000);
    sample.into(large);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void csv_is_read_back_whole_and_begins_with_a_byte_order_mark() throws IOException {
    String csv = written(Export.CSV);

    assertThat(csv).startsWith("\uFEFF\"objectId\",\"displayName\",").endsWith("\r\n");
    assertThat(csv.split("\r\n")).hasSize(3);
    List<NamedCsvRecord> records = records(csv);
    assertThat(records)
        .filteredOn(record -> record.getField("objectId").equals("ann"))
        .singleElement()
        .satisfies(ann -> {
          assertThat(ann.getField("displayName")).isEqualTo("Ann Ågren");
          assertThat(ann.getField("sponsorIds")).isEqualTo("bob | cem");
          assertThat(ann.getField("days")).isEqualTo("400");
          assertThat(ann.getField("state")).isEqualTo("never");
          assertThat(ann.getField("lastActivityAt")).isEmpty();
          assertThat(ann.getField("createdAt")).isEqualTo("2026-01-25T08:00:00Z");
        });
  }

  @Test
  void the_hostile_guest_is_text_in_a_spreadsheet() throws IOException {
    assertThat(records(written(Export.CSV)))
        .filteredOn(record -> record.getField("objectId").equals("mallory"))
        .singleElement()
        .satisfies(mallory ->
            assertThat(mallory.getField("displayName"))
                .isEqualTo(
                    "'=HYPERLINK(\"http://evil.example.com\",\"Mallory\")\uFFFD\uFFFD\uFFFDecila\uFFFD;'@x"));
  }

  @Test
  void json_lines_hold_exactly_what_the_directory_says_and_nothing_beyond_ascii()
      throws IOException {
    String text = written(Export.JSONL);

    assertThat(text.chars()).allMatch(c -> c < 0x7F && (c >= ' ' || c == '\n'));
    List<JsonNode> lines = text.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(lines).hasSize(2);
    assertThat(lines)
        .filteredOn(line -> line.get("objectId").asString().equals("mallory"))
        .singleElement()
        .satisfies(mallory -> {
          assertThat(mallory.get("displayName").asString()).isEqualTo(HOSTILE);
          assertThat(mallory.get("lastSuccessfulAt").isNull()).isTrue();
          assertThat(mallory.get("sponsorIds").isEmpty()).isTrue();
          assertThat(mallory.get("days").asInt()).isEqualTo(400);
          assertThat(mallory.get("seenAt").asString()).isEqualTo("2027-03-01T08:00:00Z");
        });
  }

  @Test
  void both_formats_have_the_same_names_in_the_same_order_and_the_documentation_has_all()
      throws IOException {
    List<String> names = ReportField.all(90).stream().map(ReportField::name).toList();

    assertThat(records(written(Export.CSV)).getFirst().getHeader()).isEqualTo(names);
    JsonNode line =
        JsonMapper.shared().readTree(written(Export.JSONL).lines().findFirst().orElseThrow());
    assertThat(line.propertyNames()).containsExactlyElementsOf(names);
    String documented = Files.readString(Path.of("..", "docs", "operator", "reports.md"));
    assertThat(names).allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
  }

  @Test
  void a_report_without_guests_is_a_header_alone() throws IOException {
    var nobody = new ReportFilter(null, null, false, null, null, "nobody of this name");
    var csv = new StringWriter();
    var jsonl = new StringWriter();

    assertThat(Export.CSV.write(store.reports(), nobody, NOW, csv, _ -> {})).isZero();
    assertThat(Export.JSONL.write(store.reports(), nobody, NOW, jsonl, _ -> {})).isZero();

    assertThat(csv.toString().lines()).hasSize(1);
    assertThat(jsonl.toString()).isEmpty();
  }

  @Test
  void a_long_report_tells_how_far_it_is() throws IOException {
    var told = new ArrayList<Long>();

    long rows =
        Export.CSV.write(large.reports(), ReportFilter.ALL, NOW, Writer.nullWriter(), told::add);

    assertThat(rows).isEqualTo(25_000);
    assertThat(told).containsExactly(10_000L, 20_000L);
  }

  @Test
  void a_target_that_takes_no_more_ends_the_report_at_once() {
    var full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    for (Export export : Export.values()) {
      assertThatThrownBy(() -> export.write(large.reports(), ReportFilter.ALL, NOW, full, _ -> {}))
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }

  private static String written(Export export) throws IOException {
    var out = new StringWriter();
    export.write(store.reports(), ReportFilter.ALL, NOW, out, _ -> {});
    return out.toString();
  }

  private static List<NamedCsvRecord> records(String csv) throws IOException {
    try (var reader =
        CsvReader.builder().detectBomHeader(false).ofNamedCsvRecord(csv.substring(1))) {
      return reader.stream().toList();
    }
  }
}
