package io.gatehouse.starter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeCellTest {
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Maria Silva-Costa|Maria Silva-Costa",
        "J. R. O'Neil|J. R. O'Neil",
        "1+1|1+1",
        "=1+1|'=1+1",
        "=HYPERLINK(\"http://evil.example.com\",\"Mallory\")|'=HYPERLINK(\"http://evil.example.com\",\"Mallory\")",
        "+49 30 1234|'+49 30 1234",
        "-1|'-1",
        "@SUM(1)|'@SUM(1)",
        "\\u0009=1|'\\uFFFD=1",
        "\\u000D\\u000A=1|'\\uFFFD\\uFFFD=1",
        "\\u0000@x|'\\uFFFD@x",
        "\\u00A0 =1|'\\u00A0 =1",
        "\"=1|'\"=1",
        "'=1|''=1",
        "\\u201C=1|'\\u201C=1",
        "\\uFF1D1|'\\uFF1D1",
        "\\uFF0B1|'\\uFF0B1",
        "\\uFF0D1|'\\uFF0D1",
        "\\uFF20x|'\\uFF20x",
        "\\uFE661|'\\uFE661",
        "\\u22121|'\\u22121",
        "\\u20131|'\\u20131",
        "\\u200D=1|'\\u200D=1",
        "Ann;=1|Ann;'=1",
        "Ann; \"=1|Ann;' \"=1",
        "Ann\\uFF1B+1|Ann\\uFF1B'+1",
        "exe\\u202Egnp.csv|exe\\uFFFDgnp.csv",
        "\\u2066=1\\u2069|'\\uFFFD=1\\uFFFD",
        "two\\u2028lines\\u0085more|two\\uFFFDlines\\uFFFDmore",
        "\\u0645\\u06CC\\u200C\\u062E\\u0648\\u0627\\u0647|\\u0645\\u06CC\\u200C\\u062E\\u0648\\u0627\\u0647",
      })
  void a_cell_never_begins_as_a_formula_does(String text, String safe) {
    assertThat(SafeCell.of(unescaped(text))).isEqualTo(unescaped(safe));
  }

  @Test
  void whatever_is_typed_no_reader_meets_a_formula_or_a_control_character() {
    var dice = new Random(20_270_301);
    List<String> pieces =
        List.of(
            "=",
            "+",
            "-",
            "@",
            "\uFF1D",
            "\uFE62",
            "\u207A",
            "\u2212",
            "\u2014",
            ";",
            "\uFF1B",
            ",",
            " ",
            "\u00A0",
            "\u3000",
            "\t",
            "\r",
            "\n",
            "\0",
            "\"",
            "'",
            "\u2019",
            "\uFF02",
            "\u200B",
            "\u200D",
            "\u202E",
            "\u2067",
            "\uFEFF",
            "\u0301",
            "a",
            "7",
            "Zo\u00EB",
            "\uD83D\uDE00");
    for (int round = 0; round < 100_000; round++) {
      var text = new StringBuilder();
      for (int i = dice.nextInt(9); i >= 0; i--) {
        text.append(pieces.get(dice.nextInt(pieces.size())));
      }
      String safe = SafeCell.of(text.toString());

      assertThat(safe.codePoints().mapToObj(Character::getType).toList())
          .as("controls of %s", text)
          .doesNotContain((int) Character.CONTROL, (int) Character.LINE_SEPARATOR);
      assertThat(safe).as("order of %s", text).doesNotContain("\u202E", "\u2067", "\uFEFF");
      assertThat(safe.split("[;\uFF1B]"))
          .as("cells of %s", text)
          .noneMatch(SafeCellTest::isFormula);
    }
  }

  @Test
  void what_is_harmless_is_not_touched() {
    for (String name : List.of("", "Zoë Ångström", "李小龍", "a-b=c+d@e", "7", "\uD83D\uDE00 Ann")) {
      assertThat(SafeCell.of(name)).isEqualTo(name);
    }
  }

  /** What a spreadsheet sees: it drops blanks and quotes, but a leading apostrophe makes text. */
  private static boolean isFormula(String cell) {
    return !cell.startsWith("'")
        && cell.replaceAll(
                "[\\p{Z}\\p{C}\\p{M}\"'`\u00AB\u00BB\u2018-\u201F\uFF02\uFF07\uFFFD]", "")
            .matches("(?s)[=+\\-@\uFF1D\uFE62\u207A\u2212\u2014].*");
  }

  private static String unescaped(String text) {
    return UNICODE
        .matcher(text)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }
}
