package io.gatehouse.starter.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Aligned columns that fit a terminal of 80; what is too long ends in an ellipsis. */
final class Table {
  private static final String GAP = "  ";

  private final int[] widths;
  private final List<String> lines = new ArrayList<>();

  /**
   * Begins with the heads.
   *
   * @param widths the widest each column may get
   */
  Table(List<String> heads, int... widths) {
    this.widths = widths.clone();
    row(heads);
  }

  void row(List<String> cells) {
    lines.add(line(cells, widths));
  }

  /** One line of its own, for a table that is written as its rows come. */
  static String line(List<String> cells, int... widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : GAP).append(cell(cells.get(i), widths[i]));
    }
    return line.toString().stripTrailing();
  }

  String text() {
    return lines.stream().collect(Collectors.joining("\n"));
  }

  /** Cut and filled by code points; control characters would move the cursor of the reader. */
  static String cell(String text, int width) {
    int[] points = clean(text).codePoints().limit(width + 1L).toArray();
    if (points.length > width) {
      return new String(points, 0, width - 1) + "…";
    }
    return new String(points, 0, points.length) + " ".repeat(width - points.length);
  }

  /** Text from the directory, harmless to a terminal. */
  static String clean(String text) {
    return text.codePoints()
        .map(point ->
            Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                ? '\uFFFD'
                : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
