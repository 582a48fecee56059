package io.gatehouse.graph;

import io.gatehouse.graph.Credential.Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;

/**
 * A certificate file with its private key, looked into before the SDK does, which would complain
 * only at the first token, and in riddles.
 *
 * @param holdsUntil when Entra stops to accept what it signs
 */
public record CertificateFile(Format format, Instant holdsUntil) {

  /** How it is written. */
  public enum Format {
    PEM,
    PFX
  }

  /**
   * Opens the file of a credential.
   *
   * @throws IllegalArgumentException with one sentence when it cannot be used
   */
  public static CertificateFile open(Certificate certificate) {
    var file = certificate.file();
    var bytes = read(file);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    try {
      if (text.contains("-----BEGIN ")) {
        return new CertificateFile(Format.PEM, holdsUntil(fromPem(file, text)));
      }
      return new CertificateFile(Format.PFX, holdsUntil(fromPfx(certificate, bytes)));
    } catch (GeneralSecurityException | IOException unreadable) {
      throw new IllegalArgumentException(
          ("The certificate file %s cannot be opened (%s): give a PEM file with certificate "
                  + "and private key, or a PFX file with its password.")
              .formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException(
          ("The certificate file %s does not exist: put the certificate with its private key "
                  + "there, or correct the path.")
              .formatted(file),
          missing);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "The certificate file %s cannot be read: make it a file that this user may read."
              .formatted(file),
          unreadable);
    }
  }

  private static Instant holdsUntil(java.security.cert.Certificate certificate) {
    return ((X509Certificate) certificate).getNotAfter().toInstant();
  }

  private static java.security.cert.Certificate fromPem(Path file, String text)
      throws GeneralSecurityException {
    if (!text.contains("PRIVATE KEY-----") || text.contains("ENCRYPTED PRIVATE KEY-----")) {
      throw new IllegalArgumentException(
          ("The certificate file %s holds no unencrypted private key: append it in PEM form, "
                  + "or use a PFX file with a password.")
              .formatted(file));
    }
    var start = Math.max(0, text.indexOf("-----BEGIN CERTIFICATE-----"));
    var pem = text.substring(start).getBytes(StandardCharsets.ISO_8859_1);
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem));
  }

  private static java.security.cert.Certificate fromPfx(Certificate certificate, byte[] bytes)
      throws GeneralSecurityException, IOException {
    var password = certificate.password() == null ? "" : certificate.password();
    var store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(bytes), password.toCharArray());
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return store.getCertificate(alias);
      }
    }
    throw new KeyStoreException("no private key in it");
  }
}
