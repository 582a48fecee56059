package io.gatehouse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  private static String text(Map<String, ?> object) {
    return new String(CanonicalJson.write(object), StandardCharsets.UTF_8);
  }

  @Test
  void keys_stand_in_the_order_of_RFC_8785_section_3_2_3() {
    var object = new LinkedHashMap<String, String>();
    object.put("\u20ac", "Euro Sign");
    object.put("\r", "Carriage Return");
    object.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    object.put("1", "One");
    object.put("\ud83d\ude00", "Emoji: Grinning Face");
    object.put("\u0080", "Control");
    object.put("\u00f6", "Latin Small Letter O With Diaeresis");

    assertThat(text(object))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void a_key_above_U_FFFF_sorts_before_a_key_that_code_point_order_would_put_first() {
    assertThat(text(Map.of("\uffee", 1, "\ud800\udc00", 2)))
        .isEqualTo("{\"\ud800\udc00\":2,\"\uffee\":1}");
  }

  @Test
  void strings_are_escaped_as_in_the_example_of_RFC_8785_section_3_2_2() {
    assertThat(
            text(Map.of("string", "\u20ac$\u000f\nA'B\"\\\\\"/", "literals", List.of(true, false))))
        .isEqualTo(
            "{\"literals\":[true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void control_characters_use_the_short_form_where_JSON_has_one() {
    assertThat(text(Map.of("c", "\0\b\t\n\u000b\f\r\u001f\u007f")))
        .isEqualTo("{\"c\":\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\"}");
  }

  @Test
  void text_is_not_normalized() {
    assertThat(text(Map.of("a", "A\u030a", "b", "\u00c5")))
        .isEqualTo("{\"a\":\"A\u030a\",\"b\":\"\u00c5\"}");
  }

  @Test
  void bytes_are_UTF_8() {
    assertThat(CanonicalJson.write(Map.of("\u20ac", 1)))
        .containsExactly('{', '"', 0xe2, 0x82, 0xac, '"', ':', '1', '}');
  }

  @Test
  void integers_reach_to_the_last_exact_one() {
    assertThat(text(Map.of("max", 9_007_199_254_740_991L, "min", -9_007_199_254_740_991L)))
        .isEqualTo("{\"max\":9007199254740991,\"min\":-9007199254740991}");
  }

  @ParameterizedTest
  @ValueSource(longs = {9_007_199_254_740_992L, -9_007_199_254_740_992L, Long.MIN_VALUE})
  void integers_beyond_the_last_exact_one_are_refused(long tooLarge) {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("n", tooLarge)))
        .hasMessage("$.n is %d, beyond ±(2^53-1): write it as a string", tooLarge);
  }

  @Test
  void objects_and_lists_nest_and_inner_keys_are_sorted_too() {
    assertThat(text(Map.of("a", List.of(Map.of("z", 1, "b", List.of()), "x"), "e", Map.of())))
        .isEqualTo("{\"a\":[{\"b\":[],\"z\":1},\"x\"],\"e\":{}}");
  }

  @Test
  void a_fraction_is_refused_with_its_place() {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("a", List.of(1, Map.of("b", 1.0)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("$.a[1].b is a Double");
  }

  @Test
  void null_is_refused_with_its_place() {
    var object = new HashMap<String, Object>();
    object.put("gone", null);

    assertThatThrownBy(() -> CanonicalJson.write(object))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("$.gone is null: leave the key out");
  }

  @Test
  void a_key_that_is_no_string_is_refused() {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("a", Map.of(1, "one"))))
        .hasMessage("$.a has the key 1, which is no string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "a\ude00\ud83d", "\ud83d\ud83d\ude00"})
  void a_lone_surrogate_is_refused_in_values_and_keys(String broken) {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("a", broken)))
        .hasMessageContaining("$.a holds a lone surrogate");
    assertThatThrownBy(() -> CanonicalJson.write(Map.of(broken, "a")))
        .hasMessageContaining("lone surrogate");
  }
}
