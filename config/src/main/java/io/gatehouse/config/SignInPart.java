package io.gatehouse.config;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Who signs administrators in; nobody when no issuer is named. */
final class SignInPart {
  private SignInPart() {}

  static @Nullable SignInSettings read(Values values) {
    if (!values.isGiven(Variable.OIDC_ISSUER)) {
      return null;
    }
    String issuer = values.web(Variable.OIDC_ISSUER);
    String clientId = values.required(Variable.OIDC_CLIENT_ID);
    String certificate = values.optional(Variable.OIDC_CERTIFICATE);
    String secret = values.optional(Variable.OIDC_CLIENT_SECRET);
    if ((certificate == null) == (secret == null)) {
      values.refuse(
          Variable.OIDC_CERTIFICATE,
          "give the file with certificate and key, or else %s"
              .formatted(Variable.OIDC_CLIENT_SECRET.fileKey()));
    }
    if (certificate != null && !Files.isReadable(Path.of(certificate))) {
      values.refuse(Variable.OIDC_CERTIFICATE, "that file cannot be read by this user");
    }
    return new SignInSettings(
        issuer, clientId, certificate == null ? null : Path.of(certificate), secret);
  }
}
