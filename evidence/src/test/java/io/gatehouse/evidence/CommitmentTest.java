package io.gatehouse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentTest {

  private static final byte[] SALT =
      HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  @Test
  void a_commitment_is_HMAC_SHA_256_under_the_salt() { // computed with Python's hmac
    assertThat(Commitment.to("ann@example.com", SALT))
        .isEqualTo("7fd723e36b1c9108cdb7920372eed4450ff2050f2cda0bd65d71e5d09de0079c");
  }

  @Test
  void salt_and_value_open_it_and_nothing_else_does() {
    var commitment = Commitment.to("Ann", SALT);
    var otherSalt = Commitment.salt(new SecureRandom());

    assertThat(Commitment.verify(commitment, "Ann", SALT)).isTrue();
    assertThat(Commitment.verify(commitment, "ann", SALT)).isFalse();
    assertThat(Commitment.verify(commitment, "Ann", otherSalt)).isFalse();
    assertThat(Commitment.verify("", "Ann", SALT)).isFalse();
  }

  @Test
  void the_same_value_under_two_salts_looks_like_two_values() {
    var random = new SecureRandom();

    assertThat(Commitment.to("Ann", Commitment.salt(random)))
        .isNotEqualTo(Commitment.to("Ann", Commitment.salt(random)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33})
  void a_salt_of_another_length_is_refused(int length) {
    assertThatThrownBy(() -> Commitment.to("Ann", new byte[length]))
        .hasMessage("a salt has 32 bytes, this one has " + length);
  }
}
