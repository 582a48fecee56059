package io.gatehouse.starter.report;

import io.gatehouse.store.report.ReportRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Lines: an object per guest and line, what is not known as null. Values are exactly those of
 * the directory; beyond ASCII they are escaped, so that no name can move a terminal's cursor or
 * break a line where a reader splits at U+2028.
 */
final class JsonLines implements RowWriter {
  private static final ObjectWriter JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writer();

  private final Writer out;
  private final List<ReportField> fields;

  JsonLines(Writer out, int line) {
    this.out = out;
    fields = ReportField.all(line);
  }

  @Override
  public void accept(ReportRow row) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    fields.forEach(field -> object.put(field.name(), field.value().apply(row)));
    try {
      out.append(JSON.writeValueAsString(object)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
