package io.gatehouse.starter.report;

import java.text.Normalizer;

/**
 * Text from the directory as a cell that no spreadsheet takes for a formula: anybody may call
 * himself {@code =HYPERLINK(…)}.
 *
 * <p>Control and invisible characters, also those that turn text around, become U+FFFD: a reader
 * sees that something stood there. Where a formula could begin, an apostrophe is put before it: at
 * the start of the cell and behind each semicolon, since a spreadsheet that separates by semicolons
 * splits there (OWASP ASVS 5.0, 1.2.10; it names the start only).
 */
final class SafeCell {
  private static final int REPLACEMENT = 0xFFFD;

  private static final String QUOTES =
      "'\"`\u00AB\u00B4\u00BB\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2039\u203A\uFF02\uFF07";

  private static final String SEMICOLONS = ";\u037E\uFE54\uFF1B";

  private SafeCell() {}

  static String of(String text) {
    var cell = new StringBuilder(text.length() + 1);
    boolean mayBegin = true;
    int start = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int point = visible(text.codePointAt(i));
      if (mayBegin && beginsFormula(point)) {
        cell.insert(start, '\'');
      }
      cell.appendCodePoint(point);
      if (SEMICOLONS.indexOf(point) >= 0) {
        start = cell.length();
        mayBegin = true;
      } else {
        mayBegin = mayBegin && overlooked(point);
      }
    }
    return cell.toString();
  }

  /** Joiners stay: Persian words and many emoji fall apart without them. */
  private static int visible(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT -> isJoiner(point) ? point : REPLACEMENT;
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          REPLACEMENT;
      default -> point;
    };
  }

  /** Also full-width, small and superscript forms, which a program may fold before it looks. */
  private static boolean beginsFormula(int point) {
    return Character.getType(point) == Character.DASH_PUNCTUATION
        || "=+-@\u2212".indexOf(folded(point)) >= 0;
  }

  /** What a program may drop before it looks for a formula. */
  private static boolean overlooked(int point) {
    return point == REPLACEMENT
        || isJoiner(point)
        || Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || QUOTES.indexOf(point) >= 0
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.ENCLOSING_MARK;
  }

  private static boolean isJoiner(int point) {
    return point == 0x200C || point == 0x200D;
  }

  private static int folded(int point) {
    return point < 0x80
        ? point
        : Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC).codePointAt(0);
  }
}
