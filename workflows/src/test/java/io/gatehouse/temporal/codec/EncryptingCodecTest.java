package io.gatehouse.temporal.codec;

import static io.gatehouse.temporal.codec.SomeKeys.NAMESPACE;
import static io.gatehouse.temporal.codec.SomeKeys.NEW;
import static io.gatehouse.temporal.codec.SomeKeys.cipher;
import static io.gatehouse.temporal.codec.SomeKeys.codec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.gatehouse.temporal.codec.UnreadablePayload.Reason;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.context.ActivitySerializationContext;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read what: the rules beneath the contexts that the SDK gives. */
class EncryptingCodecTest {
  private static final Payload PLAIN =
      Payload.newBuilder()
          .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
          .setData(ByteString.copyFromUtf8("\"keep\""))
          .build();

  @ParameterizedTest
  @CsvSource({
    "guest/t/ann, guest/t/ann, true",
    "guest/t/ann, guest/t/bob, false",
    "scan/t-2026-11-20T20:02:38Z, scan/t, true",
    "scan/t-2026-11-20T20:02:38Z, scan/t-2026-11-20T20:02:38Z, true",
    "scan/t-2026-11-20T20:02:38Z, scan/t-2026-11-21T20:02:38Z, false",
    "scan/t, scan/t-2026-11-20T20:02:38Z, false",
    "scan/t2-2026-11-20T20:02:38Z, scan/t, false",
    "scan/t-2, scan/t, false",
    "scan/t-2026-11-20T20:02:38Z-x, scan/t, false",
    "guest/t/ann, '', true",
    "'', guest/t/ann, false",
    "'', '', true"
  })
  void a_payload_is_read_in_its_own_workflow_and_in_runs_a_schedule_made_of_it(
      String readIn, String writtenFor, boolean readable) {
    Payload encrypted = in(writtenFor).encode(List.of(PLAIN)).getFirst();

    if (readable) {
      assertThat(in(readIn).decode(List.of(encrypted))).containsExactly(PLAIN);
    } else {
      assertThatThrownBy(() -> in(readIn).decode(List.of(encrypted)))
          .isInstanceOfSatisfying(
              UnreadablePayload.class,
              e -> assertThat(e.reason()).isEqualTo(Reason.OTHER_WORKFLOW));
    }
  }

  @Test
  void a_moved_payload_is_refused_in_one_sentence() {
    Payload ann = in("guest/t/ann").encode(List.of(PLAIN)).getFirst();

    assertThatThrownBy(() -> in("guest/t/bob").decode(List.of(ann)))
        .hasMessage(
            "A payload was written for workflow guest/t/ann and stands in workflow guest/t/bob: somebody moved it, and it is refused.");
    assertThatThrownBy(() -> codec(NEW).decode(List.of(ann)))
        .hasMessageContaining("stands in no workflow");
  }

  @Test
  void an_activity_belongs_to_its_workflow_and_one_without_to_the_namespace() {
    var of = new ActivitySerializationContext(NAMESPACE, "guest/t/ann", "W", "a", "q", false);
    Payload result = codec(NEW).withContext(of).encode(List.of(PLAIN)).getFirst();
    assertThat(PayloadCipher.workflowOf(result)).isEqualTo("guest/t/ann");

    var alone = new ActivitySerializationContext(NAMESPACE, null, null, "a", "q", false);
    Payload free = codec(NEW).withContext(alone).encode(List.of(PLAIN)).getFirst();
    assertThat(PayloadCipher.workflowOf(free)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19T00:00:00Z, true",
    "2026-11-20T23:59:59Z, true",
    "2026-11-21T00:00:00Z, false",
    "2027-11-20T00:00:00Z, false"
  })
  void plaintext_is_read_until_the_last_day_of_the_window(Instant now, boolean accepted) {
    var window = new PlaintextWindow(LocalDate.of(2026, 11, 20), Clock.fixed(now, ZoneOffset.UTC));
    var codec = new EncryptingCodec(cipher(NEW), window);

    if (accepted) {
      assertThat(codec.decode(List.of(PLAIN))).containsExactly(PLAIN);
    } else {
      assertThatThrownBy(() -> codec.decode(List.of(PLAIN)))
          .hasMessage(
              "A payload is not encrypted and is refused, because plaintext was read until 2026-11-20: whoever wrote it works without keys, as Temporal's own UI and command line do.");
    }
  }

  @Test
  void without_a_window_plaintext_is_refused() {
    assertThatThrownBy(() -> in("guest/t/ann").decode(List.of(PLAIN)))
        .isInstanceOfSatisfying(
            UnreadablePayload.class, e -> assertThat(e.reason()).isEqualTo(Reason.PLAINTEXT))
        .hasMessageStartingWith("A payload is not encrypted and is refused: whoever");
  }

  @Test
  void during_the_window_everything_new_is_encrypted() {
    var window = new PlaintextWindow(LocalDate.of(9999, 1, 1), Clock.systemUTC());

    assertThat(new EncryptingCodec(cipher(NEW), window).encode(List.of(PLAIN)))
        .allMatch(PayloadCipher::isEncrypted);
  }

  @Test
  void a_process_without_keys_stops_at_what_is_encrypted() {
    Payload encrypted = in("guest/t/ann").encode(List.of(PLAIN)).getFirst();
    var without = new PlaintextCodec();

    assertThat(without.decode(without.encode(List.of(PLAIN)))).containsExactly(PLAIN);
    assertThatThrownBy(() -> without.decode(List.of(encrypted)))
        .isInstanceOf(MissingKey.class)
        .hasMessage(
            "A payload is encrypted and this process works without keys: give it the keys that the others have.");
  }

  @Test
  void no_refusal_is_of_the_kind_for_which_the_sdk_drops_a_signal() {
    assertThat(DataConverterException.class.isAssignableFrom(UnreadablePayload.class)).isFalse();
    assertThat(DataConverterException.class.isAssignableFrom(MissingKey.class)).isFalse();
  }

  private static PayloadCodec in(String workflowId) {
    return workflowId.isEmpty()
        ? codec(NEW)
        : codec(NEW).withContext(new WorkflowSerializationContext(NAMESPACE, workflowId));
  }
}
