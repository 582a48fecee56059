package io.gatehouse.keys;

import io.gatehouse.config.EncryptionSettings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.TemporalSettings;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.codec.EncryptingCodec;
import io.gatehouse.temporal.codec.Keyring;
import io.gatehouse.temporal.codec.PayloadCipher;
import io.gatehouse.temporal.codec.PlaintextCodec;
import io.gatehouse.temporal.codec.PlaintextWindow;
import io.temporal.common.converter.DataConverter;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one process writes and reads payloads in Temporal.
 *
 * @param converter for every client of Temporal that the process builds
 * @param sentence what to say about it once, at the start
 */
public record Encryption(
    DataConverter converter, @Nullable PayloadCipher payloadCipher, String sentence) {

  /** A house without keys: payloads stand in Temporal in plaintext. */
  public static final Encryption NONE =
      new Encryption(
          Wire.plain(new CountingCodec(new PlaintextCodec())),
          null,
          "No keys are set: payloads stand in Temporal in plaintext (docs/operator/keys.md).");

  /**
   * Reads the keys that the settings name, and asks the vault when they are wrapped.
   *
   * @throws StartProblem with a sentence per line when they cannot be used
   */
  public static Encryption of(TemporalSettings temporal, Clock clock) {
    EncryptionSettings settings = temporal.encryption();
    if (settings == null) {
      return NONE;
    }
    Keyring keys = keyring(settings);
    var cipher = new PayloadCipher(temporal.namespace(), keys);
    var window = new PlaintextWindow(settings.plaintextUntil(), clock);
    return new Encryption(
        Wire.converter(new CountingCodec(new EncryptingCodec(cipher, window))),
        cipher,
        sentence(keys, window));
  }

  /**
   * What opens payloads without knowing whose they are, for the codec server; empty without keys.
   */
  public Optional<PayloadCipher> cipher() {
    return Optional.ofNullable(payloadCipher);
  }

  private static Keyring keyring(EncryptionSettings settings) {
    var keys = StoredKeys.read(settings).open(settings.vault());
    try {
      return Keyring.of(settings.writing(), keys);
    } catch (IllegalArgumentException e) {
      throw new StartProblem(String.valueOf(e.getMessage()), e);
    }
  }

  private static String sentence(Keyring keys, PlaintextWindow window) {
    return "Payloads in Temporal are encrypted with the key %s; keys to read with: %s.%s"
        .formatted(
            keys.writingId(),
            String.join(", ", keys.ids()),
            window.until() == null
                ? ""
                : " Until %s plaintext is read too.".formatted(window.until()));
  }
}
