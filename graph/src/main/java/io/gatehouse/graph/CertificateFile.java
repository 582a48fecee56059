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
import java.security.cert.CertificateFactory;

/**
 * Looks into a certificate file before the SDK does, which would complain only at the first token,
 * and in riddles.
 */
final class CertificateFile {

  enum Format {
    PEM,
    PFX
  }

  private CertificateFile() {}

  /**
   * The file's format; throws IllegalArgumentException with one sentence when it cannot be used.
   */
  static Format check(Certificate certificate) {
    var file = certificate.file();
    var bytes = read(file);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    try {
      if (text.contains("-----BEGIN ")) {
        checkPem(file, text);
        return Format.PEM;
      }
      checkPfx(certificate, bytes);
      return Format.PFX;
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

  private static void checkPem(Path file, String text) throws GeneralSecurityException {
    if (!text.contains("PRIVATE KEY-----") || text.contains("ENCRYPTED PRIVATE KEY-----")) {
      throw new IllegalArgumentException(
          ("The certificate file %s holds no unencrypted private key: append it in PEM form, "
                  + "or use a PFX file with a password.")
              .formatted(file));
    }
    var start = Math.max(0, text.indexOf("-----BEGIN CERTIFICATE-----"));
    var pem = text.substring(start).getBytes(StandardCharsets.ISO_8859_1);
    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  private static void checkPfx(Certificate certificate, byte[] bytes)
      throws GeneralSecurityException, IOException {
    var password = certificate.password() == null ? "" : certificate.password();
    KeyStore.getInstance("PKCS12").load(new ByteArrayInputStream(bytes), password.toCharArray());
  }
}
