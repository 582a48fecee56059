package io.gatehouse.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Checks Ed25519 signatures (RFC 8032) and names the keys behind them. */
public final class Signatures {
  static final String ALGORITHM = "Ed25519";

  private Signatures() {}

  /**
   * True when the key signed these bytes. Whatever is malformed is simply not a signature.
   *
   * @param publicKey base64 of the X.509 form (SubjectPublicKeyInfo)
   * @param signature base64
   */
  public static boolean verify(String publicKey, byte[] bytes, String signature) {
    try {
      var verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(decoded(publicKey));
      verifier.update(bytes);
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The key's name: SHA-256 of its X.509 form in lower-case hex. It stands for the whole key. */
  public static String keyId(String publicKey) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(publicKey)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static PublicKey decoded(String publicKey) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
  }
}
