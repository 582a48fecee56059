package io.gatehouse.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private Ed25519 key with its public half. */
public final class SigningKey {
  private static final Pattern TEXT =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----\\s(.+?)-----END PRIVATE KEY-----\\s+"
              + "-----BEGIN PUBLIC KEY-----\\s(.+?)-----END PUBLIC KEY-----\\s*",
          Pattern.DOTALL);

  private final PrivateKey secret;
  private final String publicKey;

  private SigningKey(PrivateKey secret, String publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /** A fresh key from the platform's random source. */
  public static SigningKey generate() {
    try {
      var pair = KeyPairGenerator.getInstance(Signatures.ALGORITHM).generateKeyPair();
      return new SigningKey(
          pair.getPrivate(), Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has Ed25519", e);
    }
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException when it is something else, or the halves do not belong
   *     together
   */
  public static SigningKey parse(String text) {
    Matcher found = TEXT.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException("no key of Gatehouse: a private and a public PEM block");
    }
    try {
      var secret =
          KeyFactory.getInstance(Signatures.ALGORITHM)
              .generatePrivate(
                  new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1))));
      var key = new SigningKey(secret, found.group(2).replaceAll("\\s", ""));
      var probe = new byte[] {1};
      if (!Signatures.verify(key.publicKey, probe, key.sign(probe))) {
        throw new IllegalArgumentException("the two halves of the key do not belong together");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the private half is no Ed25519 key", e);
    }
  }

  /** Two PEM blocks: PKCS#8, then X.509. Secret. */
  public String text() {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(
            lines.encodeToString(secret.getEncoded()),
            lines.encodeToString(Base64.getDecoder().decode(publicKey)));
  }

  /** Base64 of the X.509 form. */
  public String publicKey() {
    return publicKey;
  }

  public String id() {
    return Signatures.keyId(publicKey);
  }

  /** Base64 of the signature. */
  public String sign(byte[] bytes) {
    try {
      var signer = Signature.getInstance(Signatures.ALGORITHM);
      signer.initSign(secret);
      signer.update(bytes);
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs", e);
    }
  }
}
