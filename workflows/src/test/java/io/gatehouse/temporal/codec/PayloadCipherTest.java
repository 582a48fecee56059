package io.gatehouse.temporal.codec;

import static io.gatehouse.temporal.codec.SomeKeys.NEW;
import static io.gatehouse.temporal.codec.SomeKeys.OLD;
import static io.gatehouse.temporal.codec.SomeKeys.cipher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.gatehouse.temporal.codec.UnreadablePayload.Reason;
import io.temporal.api.common.v1.Payload;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadCipherTest {
  private static final String WORKFLOW = "guest/contoso/ann";
  private static final PayloadCipher CIPHER = cipher(NEW, OLD);

  @Test
  void what_is_encrypted_comes_back_with_its_metadata() {
    var random = new Random(20261127);
    for (int round = 0; round < 500; round++) {
      Payload plain = payload(random);
      String workflow = random.nextBoolean() ? "" : "guest/t/" + random.nextInt();

      Payload encrypted = CIPHER.encrypt(plain, workflow);

      assertThat(CIPHER.decrypt(encrypted)).isEqualTo(plain);
      assertThat(PayloadCipher.workflowOf(encrypted)).isEqualTo(workflow);
      assertThat(PayloadCipher.isEncrypted(encrypted)).isTrue();
    }
  }

  @Test
  void the_metadata_says_what_a_codec_server_needs_and_no_more() {
    Payload encrypted = CIPHER.encrypt(json("secret"), WORKFLOW);

    assertThat(encrypted.getMetadataMap())
        .containsOnly(
            entry("encoding", "binary/encrypted"),
            entry("gatehouse-key", NEW.id()),
            entry("gatehouse-workflow", WORKFLOW));
    assertThat(encrypted.getData().toString(StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThat(encrypted.getData().size())
        .as("version, nonce and tag")
        .isEqualTo(json("secret").getSerializedSize() + 1 + 12 + 16);
  }

  @Test
  void any_flipped_bit_is_noticed() {
    Payload encrypted = CIPHER.encrypt(json("keep until June"), WORKFLOW);
    byte[] data = encrypted.getData().toByteArray();
    for (int bit = 0; bit < data.length * 8; bit++) {
      byte[] changed = data.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      Payload forged = encrypted.toBuilder().setData(ByteString.copyFrom(changed)).build();

      assertThat(refusal(forged).reason())
          .as("bit %d", bit)
          .isEqualTo(bit < 8 ? Reason.MALFORMED : Reason.NOT_AUTHENTIC);
    }
  }

  @Test
  void a_shortened_or_lengthened_payload_is_noticed() {
    Payload encrypted = CIPHER.encrypt(json("keep"), WORKFLOW);
    for (int length = 0; length < encrypted.getData().size(); length++) {
      Payload cut = encrypted.toBuilder().setData(encrypted.getData().substring(0, length)).build();
      assertThat(refusal(cut).reason()).isIn(Reason.MALFORMED, Reason.NOT_AUTHENTIC);
    }
    Payload longer =
        encrypted.toBuilder()
            .setData(encrypted.getData().concat(ByteString.copyFromUtf8("x")))
            .build();
    assertThat(refusal(longer).reason()).isEqualTo(Reason.NOT_AUTHENTIC);
  }

  @Test
  void any_other_workflow_key_or_namespace_is_noticed() {
    Payload encrypted = CIPHER.encrypt(json("keep"), WORKFLOW);

    assertThat(refusal(with(encrypted, "gatehouse-workflow", "guest/contoso/bob")).reason())
        .isEqualTo(Reason.NOT_AUTHENTIC);
    assertThat(refusal(with(encrypted, "gatehouse-workflow", "")).reason())
        .isEqualTo(Reason.NOT_AUTHENTIC);
    assertThat(refusal(with(encrypted, "gatehouse-key", OLD.id())).reason())
        .isEqualTo(Reason.NOT_AUTHENTIC);
    assertThatThrownBy(() -> cipher("other", NEW).decrypt(encrypted))
        .hasMessage(
            "A payload of workflow guest/contoso/ann does not pass its check and is refused: it was changed after it was written, or written in another namespace than other.");
  }

  @Test
  void no_two_contexts_have_the_same_associated_bytes() {
    var random = new Random(5);
    String letters = "ab/";
    var seen = new HashSet<ByteString>();
    var contexts = new HashSet<List<String>>();
    for (int round = 0; round < 5_000; round++) {
      var context = List.of(word(random, letters), word(random, letters), word(random, letters));
      byte[] bytes = AssociatedData.of((byte) 1, context.get(0), context.get(1), context.get(2));
      assertThat(seen.add(ByteString.copyFrom(bytes))).isEqualTo(contexts.add(context));
    }
  }

  @Test
  void no_nonce_is_used_twice() {
    var nonces = new HashSet<ByteString>();
    for (int round = 0; round < 20_000; round++) {
      assertThat(nonces.add(CIPHER.encrypt(json("same"), WORKFLOW).getData().substring(1, 13)))
          .isTrue();
    }
  }

  @Test
  void after_a_rotation_old_payloads_are_read_and_new_ones_carry_the_new_key() {
    Payload before = cipher(OLD).encrypt(json("before"), WORKFLOW);
    PayloadCipher rotated = cipher(NEW, OLD);

    assertThat(rotated.decrypt(before)).isEqualTo(json("before"));
    assertThat(rotated.encrypt(json("after"), WORKFLOW).getMetadataMap())
        .contains(entry("gatehouse-key", NEW.id()));
  }

  @Test
  void a_key_that_is_not_here_is_named_with_those_that_are() {
    Payload encrypted = cipher(NEW).encrypt(json("keep"), WORKFLOW);

    assertThatThrownBy(() -> cipher(OLD).decrypt(encrypted))
        .isInstanceOf(MissingKey.class)
        .hasMessage(
            "A payload is encrypted with the key %s, and this process has only %s: give it that key too."
                .formatted(NEW.id(), OLD.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gatehouse-key", "gatehouse-workflow"})
  void what_lacks_its_metadata_is_malformed(String name) {
    Payload encrypted = CIPHER.encrypt(json("keep"), WORKFLOW);

    assertThat(refusal(encrypted.toBuilder().removeMetadata(name).build()).reason())
        .isEqualTo(Reason.MALFORMED);
    ByteString noText = ByteString.copyFrom(new byte[] {(byte) 0xff});
    assertThat(refusal(encrypted.toBuilder().putMetadata(name, noText).build()).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void no_refusal_quotes_the_content() {
    Payload encrypted = CIPHER.encrypt(json("secret"), WORKFLOW);
    Payload forged = encrypted.toBuilder().setData(encrypted.getData().substring(1)).build();

    assertThat(refusal(forged)).hasMessageNotContaining("secret");
    assertThat(refusal(with(encrypted, "gatehouse-workflow", "x")))
        .hasMessageNotContaining("secret");
  }

  private static UnreadablePayload refusal(Payload payload) {
    return catchThrowableOfType(UnreadablePayload.class, () -> CIPHER.decrypt(payload));
  }

  private static Payload with(Payload payload, String name, String value) {
    return payload.toBuilder().putMetadata(name, ByteString.copyFromUtf8(value)).build();
  }

  private static Map.Entry<String, ByteString> entry(String name, String value) {
    return Map.entry(name, ByteString.copyFromUtf8(value));
  }

  private static Payload json(String text) {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
        .setData(ByteString.copyFromUtf8('"' + text + '"'))
        .build();
  }

  private static Payload payload(Random random) {
    byte[] bytes = new byte[random.nextInt(2_000)];
    random.nextBytes(bytes);
    var payload = Payload.newBuilder().setData(ByteString.copyFrom(bytes));
    for (int i = random.nextInt(4); i > 0; i--) {
      payload.putMetadata("m" + i, ByteString.copyFromUtf8(Integer.toString(random.nextInt())));
    }
    return payload.build();
  }

  private static String word(Random random, String letters) {
    var word = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
