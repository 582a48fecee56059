package io.gatehouse.keys;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key as it is stored: its bytes, or its bytes wrapped by a vault. */
sealed interface StoredKey {
  /** 32 bytes in base64, or a vault's key version, a colon, and the wrapped bytes in base64. */
  Pattern FORM = Pattern.compile("(?:([0-9a-fA-F]{1,64}):)?([A-Za-z0-9+/]+={0,2})");

  String id();

  /** The key itself. */
  record Plain(String id, byte[] bytes) implements StoredKey {
    /** Never shows the key: a record's own text would carry it into logs. */
    @Override
    public String toString() {
      return "Plain[" + id + "]";
    }
  }

  /**
   * The key wrapped by a vault.
   *
   * @param version of the vault's key, so that the vault can rotate its own
   */
  record Wrapped(String id, String version, byte[] bytes) implements StoredKey {}

  /**
   * @throws IllegalArgumentException without a message when the text has not the form
   */
  static StoredKey parse(String id, String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException();
    }
    byte[] bytes = Base64.getDecoder().decode(parts.group(2));
    return parts.group(1) == null ? new Plain(id, bytes) : new Wrapped(id, parts.group(1), bytes);
  }
}
