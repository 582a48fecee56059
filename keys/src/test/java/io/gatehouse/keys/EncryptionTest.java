package io.gatehouse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.config.EncryptionSettings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.TemporalSettings;
import io.gatehouse.temporal.codec.MissingKey;
import io.gatehouse.temporal.codec.UnreadablePayload;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.api.common.v1.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptionTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T08:00:00Z"), ZoneOffset.UTC);
  private static final NewKey OLD = NewKey.plain(CLOCK);
  private static final NewKey NEW = NewKey.plain(CLOCK);

  @TempDir private Path folder = Path.of("");

  @Test
  void without_keys_payloads_are_plaintext_and_that_is_said() {
    Encryption none = Encryption.of(new TemporalSettings("127.0.0.1:7233", "default", null), CLOCK);

    assertThat(none.cipher()).isEmpty();
    assertThat(written(none)).contains("keep");
    assertThat(none.sentence())
        .isEqualTo(
            "No keys are set: payloads stand in Temporal in plaintext (docs/operator/keys.md).");
  }

  @Test
  void keys_come_from_the_environment() {
    Encryption encryption = of(NEW.id(), entry(OLD) + "\n " + entry(NEW), null);

    assertThat(written(encryption)).doesNotContain("keep").contains(NEW.id());
    assertThat(encryption.sentence())
        .startsWith("Payloads in Temporal are encrypted with the key " + NEW.id())
        .contains(OLD.id());
  }

  /** Whoever watches the process hears of it, with keys and without. */
  @Test
  void what_cannot_be_read_is_counted_by_its_reason() {
    var counted = new SimpleMeterRegistry();
    Metrics.addRegistry(counted);
    Encryption none = Encryption.NONE;
    Encryption old = of(OLD.id(), entry(OLD), null);
    Encryption other = of(NEW.id(), entry(NEW), null);

    assertThatThrownBy(() -> read(none, write(old))).isInstanceOf(MissingKey.class);
    assertThatThrownBy(() -> read(other, write(old))).isInstanceOf(MissingKey.class);
    assertThatThrownBy(() -> read(other, write(none))).isInstanceOf(UnreadablePayload.class);

    Metrics.removeRegistry(counted);
    assertThat(
            counted
                .get("gatehouse.payloads.unreadable")
                .tag("reason", "missing-key")
                .counter()
                .count())
        .isEqualTo(2);
    assertThat(
            counted
                .get("gatehouse.payloads.unreadable")
                .tag("reason", "plaintext")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void keys_come_from_files_and_from_both_places_at_once() {
    new KeyFolder(folder).write(OLD);

    assertThat(read(of(OLD.id(), null, folder), write(of(OLD.id(), entry(OLD), null))))
        .isEqualTo("keep");
    assertThat(read(of(NEW.id(), entry(NEW), folder), write(of(OLD.id(), entry(OLD), null))))
        .isEqualTo("keep");
  }

  @Test
  void a_rotation_step_by_step_loses_nothing() {
    Encryption before = of(OLD.id(), entry(OLD), null);
    Encryption knowsBoth = of(OLD.id(), entry(OLD) + " " + entry(NEW), null);
    Encryption switched = of(NEW.id(), entry(OLD) + " " + entry(NEW), null);
    Encryption after = of(NEW.id(), entry(NEW), null);

    assertThat(read(before, write(knowsBoth))).isEqualTo("keep");
    assertThat(read(knowsBoth, write(switched))).isEqualTo("keep");
    assertThat(read(switched, write(before))).isEqualTo("keep");
    assertThat(read(after, write(switched))).isEqualTo("keep");
    assertThatThrownBy(() -> read(after, write(before)))
        .as("the old key was taken away too early")
        .isInstanceOf(MissingKey.class);
  }

  @Test
  void a_written_key_file_is_for_this_user_alone_and_is_never_overwritten() throws IOException {
    Path file = new KeyFolder(folder.resolve("new")).write(NEW);

    assertThat(file).hasFileName(NEW.id() + ".key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> new KeyFolder(folder.resolve("new")).write(NEW))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("could not be written");
  }

  @ParameterizedTest
  @CsvSource({"rw-r-----", "rw----r--", "rw-rw-rw-"})
  void a_key_file_that_others_may_read_is_refused(String permissions) throws IOException {
    Path file = new KeyFolder(folder).write(NEW);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> of(NEW.id(), null, folder))
        .isInstanceOf(StartProblem.class)
        .hasMessage(
            "The key file %s can be read by others: run chmod 600 %s.".formatted(file, file));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_and_no_key_with_it() throws IOException {
    Path file = new KeyFolder(folder).write(OLD);
    Files.writeString(file, NEW.value());
    String entries =
        "nonsense upper-CASE=x %s=??? 2026-11-27-00000000=%s".formatted(NEW.id(), NEW.value());

    assertThatThrownBy(() -> of(NEW.id(), entries, folder))
        .isInstanceOf(StartProblem.class)
        .message()
        .satisfies(text ->
            assertThat(text.lines())
                .containsExactlyInAnyOrder(
                    "An entry of GATEHOUSE_KEYS is no id=key: make one with ./gatehouse keys new.",
                    "GATEHOUSE_KEYS names a key \"upper-CASE\", which is no id as ./gatehouse keys new gives it.",
                    "The key %s in GATEHOUSE_KEYS is not readable: it has to be what ./gatehouse keys new gave."
                        .formatted(NEW.id()),
                    "The key under the id 2026-11-27-00000000 is another one, because its fingerprint is %s: put the right key there."
                        .formatted(fingerprint(NEW)),
                    "The key under the id %s is another one, because its fingerprint is %s: put the right key there."
                        .formatted(OLD.id(), fingerprint(NEW))))
        .doesNotContain(NEW.value());
  }

  @Test
  void a_key_to_write_with_that_is_nowhere_is_named() {
    assertThatThrownBy(() -> of(NEW.id(), entry(OLD), null))
        .hasMessage(
            "The key to write with, %s, is not there; there is %s.".formatted(NEW.id(), OLD.id()));
    assertThatThrownBy(() -> of(NEW.id(), null, folder)).hasMessageEndingWith("there is no key.");
    assertThatThrownBy(() -> of(NEW.id(), null, folder.resolve("missing")))
        .hasMessageContaining("cannot be read by this user");
  }

  @Test
  void a_wrapped_key_needs_its_vault() {
    assertThatThrownBy(() -> of(NEW.id(), NEW.id() + "=0123abcd:AAAA", null))
        .hasMessage(
            "The key %s is wrapped by a vault: set GATEHOUSE_KEYS_VAULT_KEY to the vault's key that wrapped it."
                .formatted(NEW.id()));
  }

  private static Encryption of(String writing, @Nullable String keys, @Nullable Path folder) {
    var settings = new EncryptionSettings(writing, keys, folder, (LocalDate) null, null);
    return Encryption.of(new TemporalSettings("127.0.0.1:7233", "default", settings), CLOCK);
  }

  private static String entry(NewKey key) {
    return key.id() + "=" + key.value();
  }

  private static String fingerprint(NewKey key) {
    return key.id().substring(key.id().length() - 8);
  }

  private static Payload write(Encryption by) {
    return by.converter().toPayload("keep").orElseThrow();
  }

  private static String written(Encryption by) {
    return write(by).toString();
  }

  private static String read(Encryption by, Payload payload) {
    return by.converter().fromPayload(payload, String.class, String.class);
  }
}
