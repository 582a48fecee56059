package io.gatehouse.starter.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.gatehouse.store.report.ReportRow;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it: comma, CRLF, a header line. It begins with a byte order mark: without one
 * Excel reads UTF-8 as the machine's old code page and mangles every name beyond ASCII. All cells
 * but empty ones are quoted, and texts are made safe by {@link SafeCell}.
 */
final class CsvRows implements RowWriter {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvWriter csv;
  private final List<ReportField> fields;

  CsvRows(Writer out, int line) throws IOException {
    out.write(BYTE_ORDER_MARK);
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.NON_EMPTY)
            .build(out);
    fields = ReportField.all(line);
    csv.writeRecord(fields.stream().map(ReportField::name).toList());
  }

  @Override
  public void accept(ReportRow row) {
    csv.writeRecord(fields.stream().map(field -> cell(field.value().apply(row))).toList());
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> SafeCell.of(text);
      case List<?> texts ->
          SafeCell.of(texts.stream().map(String::valueOf).collect(Collectors.joining(" | ")));
      default -> value.toString();
    };
  }

  @Override
  public void close() throws IOException {
    csv.flush();
  }
}
