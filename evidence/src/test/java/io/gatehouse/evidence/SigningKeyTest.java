package io.gatehouse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
  private static final Instant EXPIRY = Instant.parse("2026-11-20T08:15:00Z");
  private static final ActorClaims CLAIMS =
      new ActorClaims("olivia", "OPERATOR", "hold", "d", "guest/t/ann", "o-1", "n-1", EXPIRY, "k");

  private final SigningKey key = SigningKey.generate();

  @Test
  void a_key_that_was_written_and_read_signs_as_the_same_key() {
    SigningKey read = SigningKey.parse(key.text());

    assertThat(read.id()).isEqualTo(key.id()).hasSize(64);
    assertThat(Signatures.verify(key.publicKey(), CLAIMS.bytes(), read.sign(CLAIMS.bytes())))
        .isTrue();
  }

  @Test
  void halves_of_two_keys_are_no_key() {
    String other = SigningKey.generate().text();
    String mixed =
        key.text().substring(0, key.text().indexOf("-----BEGIN PUBLIC"))
            + other.substring(other.indexOf("-----BEGIN PUBLIC"));

    assertThatThrownBy(() -> SigningKey.parse(mixed))
        .hasMessage("the two halves of the key do not belong together");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "secret", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
  void what_is_no_key_is_refused(String text) {
    assertThatThrownBy(() -> SigningKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  static List<ActorClaims> forgeries() {
    return List.of(
        new ActorClaims("other", "OPERATOR", "hold", "d", "guest/t/ann", "o-1", "n-1", EXPIRY, "k"),
        new ActorClaims(
            "olivia", "APPROVER", "hold", "d", "guest/t/ann", "o-1", "n-1", EXPIRY, "k"),
        new ActorClaims(
            "olivia", "OPERATOR", "decide", "d", "guest/t/ann", "o-1", "n-1", EXPIRY, "k"),
        new ActorClaims(
            "olivia", "OPERATOR", "hold", "e", "guest/t/ann", "o-1", "n-1", EXPIRY, "k"),
        new ActorClaims(
            "olivia", "OPERATOR", "hold", "d", "guest/t/bea", "o-1", "n-1", EXPIRY, "k"),
        new ActorClaims(
            "olivia", "OPERATOR", "hold", "d", "guest/t/ann", "o-2", "n-1", EXPIRY, "k"),
        new ActorClaims(
            "olivia", "OPERATOR", "hold", "d", "guest/t/ann", "o-1", "n-2", EXPIRY, "k"),
        new ActorClaims(
            "olivia",
            "OPERATOR",
            "hold",
            "d",
            "guest/t/ann",
            "o-1",
            "n-1",
            EXPIRY.plusSeconds(1),
            "k"),
        new ActorClaims(
            "olivia", "OPERATOR", "hold", "d", "guest/t/ann", "o-1", "n-1", EXPIRY, "l"));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void a_signature_covers_every_claim(ActorClaims changed) {
    assertThat(Signatures.verify(key.publicKey(), changed.bytes(), key.sign(CLAIMS.bytes())))
        .isFalse();
  }

  @Test
  void what_is_no_signature_proves_nothing() {
    byte[] bytes = CLAIMS.bytes();

    assertThat(Signatures.verify(key.publicKey(), bytes, "")).isFalse();
    assertThat(Signatures.verify(key.publicKey(), bytes, "%%%")).isFalse();
    assertThat(Signatures.verify("AAAA", bytes, key.sign(bytes))).isFalse();
    assertThat(Signatures.verify(SigningKey.generate().publicKey(), bytes, key.sign(bytes)))
        .isFalse();
  }

  @Test
  void the_bytes_are_fixed_for_whoever_checks_them_elsewhere() {
    assertThat(new String(CLAIMS.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"action":"hold","digest":"d","expiresAt":"2026-11-20T08:15:00Z","keyId":"k",\
            "kind":"gatehouse.actor/1","nonce":"n-1","openingId":"o-1","role":"OPERATOR",\
            "subject":"olivia","workflowId":"guest/t/ann"}\
            """);
  }
}
