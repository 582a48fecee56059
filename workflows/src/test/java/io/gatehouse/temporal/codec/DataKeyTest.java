package io.gatehouse.temporal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataKeyTest {
  private static final DataKey KEY = DataKey.fresh(LocalDate.of(2026, 11, 27), new SecureRandom());

  @Test
  void an_id_says_the_day_and_fits_its_key() {
    assertThat(KEY.id()).matches("2026-11-27-[0-9a-f]{8}").matches(DataKey::isId);
    assertThat(DataKey.of(KEY.id(), KEY.secret().getEncoded())).isEqualTo(KEY);
  }

  @Test
  void another_key_under_the_same_id_is_noticed() {
    byte[] other = new byte[DataKey.BYTES];

    assertThatThrownBy(() -> DataKey.of(KEY.id(), other))
        .hasMessageMatching(
            "The key under the id 2026-11-27-[0-9a-f]{8} is another one, because its fingerprint is [0-9a-f]{8}: put the right key there.");
  }

  @Test
  void a_key_of_another_length_is_refused() {
    assertThatThrownBy(() -> DataKey.of(KEY.id(), new byte[16]))
        .hasMessageContaining("has 16 bytes and needs 32: make one with ./gatehouse keys new.");
  }

  @Test
  void no_text_shows_the_key() {
    assertThat(KEY).hasToString("DataKey[%s]".formatted(KEY.id()));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27-9f3ab1c4, true",
    "spare-key-9f3ab1c4, true",
    "2026-11-27, false",
    "../2026-9f3ab1c4, false",
    "KEY-9f3ab1c4, false",
    "-9f3ab1c4, false"
  })
  void ids_have_a_form_that_fits_file_names(String id, boolean fits) {
    assertThat(DataKey.isId(id)).isEqualTo(fits);
  }

  @Test
  void the_key_to_write_with_is_one_of_the_keys() {
    assertThatThrownBy(() -> Keyring.of("2026-01-01-00000000", List.of(KEY)))
        .hasMessage(
            "The key to write with, 2026-01-01-00000000, is not there; there is %s."
                .formatted(KEY.id()));
    assertThatThrownBy(() -> Keyring.of("2026-01-01-00000000", List.of()))
        .hasMessageEndingWith("there is no key.");
  }
}
