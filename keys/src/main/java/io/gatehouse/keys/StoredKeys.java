package io.gatehouse.keys;

import io.gatehouse.config.EncryptionSettings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.Variable;
import io.gatehouse.config.VaultSettings;
import io.gatehouse.temporal.codec.DataKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All keys of one process as they are stored, and every problem with them. */
final class StoredKeys {
  private final List<StoredKey> keys = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private StoredKeys() {}

  static StoredKeys read(EncryptionSettings settings) {
    var stored = new StoredKeys();
    Path folder = settings.folder();
    if (folder != null) {
      new KeyFolder(folder).read(stored);
    }
    String entries = settings.keys();
    if (entries != null) {
      for (String entry : entries.strip().split("[\\s,]+")) {
        stored.addEntry(entry);
      }
    }
    return stored;
  }

  private void addEntry(String entry) {
    int equals = entry.indexOf('=');
    if (equals < 0) {
      problem(
          "An entry of %s is no id=key: make one with ./gatehouse keys new.", Variable.KEYS.key());
      return;
    }
    add(entry.substring(0, equals), entry.substring(equals + 1), Variable.KEYS.key());
  }

  /** Of two keys under one id at most one can be the right one, so each is kept and looked at. */
  void add(String id, String text, String where) {
    if (!DataKey.isId(id)) {
      problem("%s names a key \"%s\", which is no id as ./gatehouse keys new gives it.", where, id);
      return;
    }
    try {
      keys.add(StoredKey.parse(id, text));
    } catch (IllegalArgumentException e) {
      problem(
          "The key %s in %s is not readable: it has to be what ./gatehouse keys new gave.",
          id, where);
    }
  }

  void problem(String sentence, Object... about) {
    problems.add(sentence.formatted(about));
  }

  /** The keys themselves. The vault is only asked when a key is wrapped. */
  List<DataKey> open(@Nullable VaultSettings vault) {
    return open(vault == null ? StoredKeys::withoutVault : new Vault(vault)::unwrap);
  }

  List<DataKey> open(Function<StoredKey.Wrapped, byte[]> unwrap) {
    var opened = new ArrayList<DataKey>();
    for (StoredKey key : keys) {
      try {
        opened.add(DataKey.of(key.id(), bytes(key, unwrap)));
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new StartProblem(String.join("\n", problems));
    }
    return opened;
  }

  private static byte[] bytes(StoredKey key, Function<StoredKey.Wrapped, byte[]> unwrap) {
    return switch (key) {
      case StoredKey.Plain plain -> plain.bytes();
      case StoredKey.Wrapped wrapped -> unwrap.apply(wrapped);
    };
  }

  private static byte[] withoutVault(StoredKey.Wrapped key) {
    throw new IllegalArgumentException(
        "The key %s is wrapped by a vault: set %s to the vault's key that wrapped it."
            .formatted(key.id(), Variable.KEYS_VAULT_KEY.key()));
  }
}
