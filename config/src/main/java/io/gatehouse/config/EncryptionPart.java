package io.gatehouse.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys that payloads are encrypted with, and the vault that may wrap them. */
final class EncryptionPart {
  private static final Pattern VAULT_KEY = Pattern.compile("https://[^/]+/keys/[A-Za-z0-9-]+");

  private static final Registration VAULT =
      new Registration(
          Variable.KEYS_VAULT_KIND,
          Variable.KEYS_VAULT_CLIENT_ID,
          Variable.KEYS_VAULT_CERTIFICATE,
          Variable.KEYS_VAULT_CERTIFICATE_PASSWORD,
          Variable.KEYS_VAULT_FEDERATED_TOKEN,
          null);

  private EncryptionPart() {}

  /** Null when nothing is said about keys: the house then works in plaintext. */
  static @Nullable EncryptionSettings read(Values values, String tenant) {
    if (List.of(
            Variable.KEYS_WRITE, Variable.KEYS, Variable.KEYS_FOLDER, Variable.KEYS_PLAINTEXT_UNTIL)
        .stream()
        .noneMatch(values::isGiven)) {
      return null;
    }
    // Half a setting must not end in plaintext.
    String writing = values.required(Variable.KEYS_WRITE);
    String keys = values.optional(Variable.KEYS);
    String folder = values.optional(Variable.KEYS_FOLDER);
    if (keys == null && folder == null && !values.isGiven(Variable.KEYS)) {
      values.refuse(
          Variable.KEYS,
          "give it or %s, because payloads are to be encrypted"
              .formatted(Variable.KEYS_FOLDER.key()));
    }
    return new EncryptionSettings(
        writing,
        keys,
        folder == null ? null : path(values, folder),
        day(values),
        values.isGiven(Variable.KEYS_VAULT_KEY) ? vault(values, tenant) : null);
  }

  static VaultSettings vault(Values values, String tenant) {
    return new VaultSettings(
        values.matching(
            Variable.KEYS_VAULT_KEY,
            VAULT_KEY.asMatchPredicate(),
            "give an address like https://NAME.vault.azure.net/keys/KEY, without a version"),
        VAULT.credential(values, values.required(Variable.KEYS_VAULT_KIND), tenant));
  }

  private static Path path(Values values, String folder) {
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      values.refuse(Variable.KEYS_FOLDER, "give " + Variable.KEYS_FOLDER.meaning());
      return Path.of("");
    }
  }

  private static @Nullable LocalDate day(Values values) {
    String given = values.optional(Variable.KEYS_PLAINTEXT_UNTIL);
    try {
      return given == null ? null : LocalDate.parse(given);
    } catch (DateTimeParseException e) {
      values.refuse(Variable.KEYS_PLAINTEXT_UNTIL, "give a day like 2027-03-31");
      return null;
    }
  }
}
