package io.gatehouse.config;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The keys that payloads in Temporal are encrypted with. At least one of {@code keys} and {@code
 * folder} is there.
 *
 * @param writing id of the key to write with
 * @param keys entries {@code id=base64}, null when none stand in the environment
 * @param folder with one file per key, null for none
 * @param plaintextUntil the last day in UTC on which plaintext is read, null for never
 * @param vault what unwraps keys that are wrapped, null when none are
 */
public record EncryptionSettings(
    String writing,
    @Nullable String keys,
    @Nullable Path folder,
    @Nullable LocalDate plaintextUntil,
    @Nullable VaultSettings vault) {

  /** Never shows the keys: a record's own text would carry them into logs. */
  @Override
  public String toString() {
    return "EncryptionSettings[writing with %s]".formatted(writing);
  }
}
