package io.gatehouse.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A promise of a value that does not show it: HMAC-SHA-256 of the value's UTF-8 bytes under a salt
 * of its own.
 *
 * <p>Without the salt, names and addresses cannot be guessed by trying; with salt and value anybody
 * can check the promise; once both are deleted it says nothing about anyone.
 */
public final class Commitment {

  /** Length of every salt in bytes; others are refused, so that a short salt cannot slip in. */
  public static final int SALT_BYTES = 32;

  private Commitment() {}

  /** A fresh salt. */
  public static byte[] salt(SecureRandom random) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  /** The commitment to the value as 64 lower-case hex digits. */
  public static String to(String value, byte[] salt) {
    return HexFormat.of().formatHex(hmac(value, salt));
  }

  /**
   * True when this value and salt are what was committed to. A malformed commitment is simply not
   * met.
   */
  public static boolean verify(String commitment, String value, byte[] salt) {
    return MessageDigest.isEqual(
        commitment.getBytes(StandardCharsets.UTF_8),
        to(value, salt).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(String value, byte[] salt) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException(
          "a salt has %d bytes, this one has %d".formatted(SALT_BYTES, salt.length));
    }
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
