package io.gatehouse.starter.report;

import io.gatehouse.store.report.ReportFilter;
import io.gatehouse.store.report.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The report's guests as text for other programs, in memory that does not grow with them. */
public enum Export {
  CSV,
  JSONL;

  private static final int ROWS_PER_WORD = 10_000;

  /**
   * Writes the guests by name and flushes; the target stays open.
   *
   * @param out UTF-8 whoever turns it into bytes
   * @param progress told the number of guests so far every ten thousand
   * @return how many guests there were
   * @throws IOException when the target fails
   */
  public long write(
      Reports reports, ReportFilter filter, Instant now, Writer out, LongConsumer progress)
      throws IOException {
    var written = new AtomicLong();
    try (var rows = rows(out, ReportState.line(filter))) {
      reports.stream(
          filter,
          now,
          row -> {
            rows.accept(row);
            long soFar = written.incrementAndGet();
            if (soFar % ROWS_PER_WORD == 0) {
              progress.accept(soFar);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return written.get();
  }

  private RowWriter rows(Writer out, int line) throws IOException {
    return switch (this) {
      case CSV -> new CsvRows(out, line);
      case JSONL -> new JsonLines(out, line);
    };
  }
}
