package io.gatehouse.temporal.codec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256 key that payloads are encrypted with, and its id, such as {@code 2026-11-27-9f3ab1c4}.
 *
 * <p>The id ends with a fingerprint of the key: another key under the same id is noticed when it is
 * loaded, not when the first lifecycle cannot be read.
 */
public record DataKey(String id, SecretKey secret) {
  /** Length of a key in bytes. */
  public static final int BYTES = 32;

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}-[0-9a-f]{8}");

  public DataKey {
    byte[] bytes = secret.getEncoded();
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "The key %s has %d bytes and needs %d: make one with ./gatehouse keys new."
              .formatted(id, bytes.length, BYTES));
    }
    if (!id.endsWith("-" + fingerprint(bytes))) {
      throw new IllegalArgumentException(
          "The key under the id %s is another one, because its fingerprint is %s: put the right key there."
              .formatted(id, fingerprint(bytes)));
    }
  }

  /**
   * The key with the given bytes.
   *
   * @throws IllegalArgumentException with a sentence when they do not belong to the id
   */
  public static DataKey of(String id, byte[] bytes) {
    return new DataKey(id, new SecretKeySpec(bytes, "AES"));
  }

  /** A key that nobody else has, named after the day. */
  public static DataKey fresh(LocalDate day, SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return of(day + "-" + fingerprint(bytes), bytes);
  }

  /** Whether the text has the form of an id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Of 32 bits: enough to tell a few keys apart, and it says nothing about a random key. */
  private static String fingerprint(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] sum = mac.doFinal("gatehouse/key-id/1".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(sum, 0, 4);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** Never shows the key: a record's own text would carry it into logs. */
  @Override
  public String toString() {
    return "DataKey[" + id + "]";
  }
}
