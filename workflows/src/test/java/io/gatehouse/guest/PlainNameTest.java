package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTest {
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Maria Silva|Maria Silva",
        "Maria \\t Silva|Maria Silva",
        "a\\r\\nBcc: all@example.com|a Bcc: all@example.com",
        "exe\\u202Egnp|exe gnp",
        "zero\\u200Bwidth|zero width",
        "line\\u2028end|line end",
        "\\u0000|somebody",
        "\\u200B\\u202E|somebody",
        "Click http://evil.example.com/x now|Click (link removed) now",
        "Win=HYPERLINK(\"HTTPS://evil.example.com\",\"x\") a|(link removed) a",
        "www.evil.example.com|(link removed)",
        "J. R. O'Neil-Smith|J. R. O'Neil-Smith",
        "Zoe\\u0301|Zo\\u00E9",
      })
  void a_name_becomes_one_visible_line(String name, String plain) {
    assertThat(PlainName.of(unescaped(name), "somebody")).isEqualTo(unescaped(plain));
  }

  @Test
  void no_name_is_the_word_for_it_and_a_long_one_is_cut_between_characters() {
    assertThat(PlainName.of(null, "somebody")).isEqualTo("somebody");
    assertThat(PlainName.of("x".repeat(60), "somebody")).isEqualTo("x".repeat(60));
    assertThat(PlainName.of("\uD83D\uDE00".repeat(61), "somebody"))
        .isEqualTo("\uD83D\uDE00".repeat(60) + "…");
  }

  @Test
  void an_address_is_never_cut() {
    String address = "a".repeat(70) + "@example.com";

    assertThat(PlainName.address(address, "no address")).isEqualTo(address);
    assertThat(PlainName.address(null, "no address")).isEqualTo("no address");
  }

  private static String unescaped(String text) {
    return UNICODE
        .matcher(text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t"))
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }
}
