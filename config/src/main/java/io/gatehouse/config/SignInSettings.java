package io.gatehouse.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who signs administrators in.
 *
 * @param issuer an OpenID Connect issuer, without a slash at its end
 * @param clientId the application id of the pages' registration
 * @param certificate PEM file with certificate and private key; null when a secret is given
 * @param secret null when a certificate is given
 */
public record SignInSettings(
    String issuer, String clientId, @Nullable Path certificate, @Nullable String secret) {

  /** Never shows the secret: a record's own text would carry it into logs. */
  @Override
  public String toString() {
    return "SignInSettings[" + issuer + ", " + clientId + "]";
  }
}
