package io.gatehouse.starter.page.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.gatehouse.config.SignInSettings;
import io.gatehouse.config.StartProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The pages' registration at whoever signs people in: authorization code, always with PKCE. */
record SignIn(ClientRegistration registration, @Nullable JWK key) {
  static final String NAME = "entra";

  private static final Pattern PRIVATE =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.+?)-----END PRIVATE KEY-----", Pattern.DOTALL);
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", Pattern.DOTALL);

  /**
   * Asks the issuer how it signs in.
   *
   * @param baseUrl of the pages: never what a request's Host header says
   * @throws StartProblem when the issuer does not answer, or the certificate cannot be used
   */
  static SignIn of(SignInSettings settings, String baseUrl) {
    Path certificate = settings.certificate();
    JWK key = certificate == null ? null : key(certificate);
    ClientRegistration.Builder registration;
    try {
      registration = ClientRegistrations.fromIssuerLocation(settings.issuer());
    } catch (RuntimeException e) {
      throw new StartProblem(
          "Who signs people in does not answer as an OpenID Connect issuer at %s: check GATEHOUSE_OIDC_ISSUER, and that this machine reaches it."
              .formatted(settings.issuer()),
          e);
    }
    String secret = settings.secret();
    return new SignIn(
        registration
            .registrationId(NAME)
            .clientId(settings.clientId())
            .clientSecret(secret == null ? "" : secret)
            .clientAuthenticationMethod(
                key == null
                    ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                    : ClientAuthenticationMethod.PRIVATE_KEY_JWT)
            .redirectUri(baseUrl + "/login/oauth2/code/" + NAME)
            .scope("openid", "profile")
            .userInfoUri(null) // the id token says all we ask for
            .userNameAttributeName("sub")
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .build(),
        key);
  }

  /** Fetches tokens; with a certificate it signs who we are, so no secret exists. */
  RestClientAuthorizationCodeTokenResponseClient tokens() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    JWK signing = key;
    if (signing != null) {
      var proof =
          new NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest>(
              _ -> signing);
      client.addParametersConverter(request -> {
        MultiValueMap<String, String> parameters = proof.convert(request);
        return parameters == null ? new LinkedMultiValueMap<>() : parameters;
      });
    }
    return client;
  }

  /** Entra finds the certificate by the thumbprint in the header ({@code x5t#S256}). */
  private static JWK key(Path file) {
    try {
      String pem = Files.readString(file);
      var certificate = CERTIFICATE.matcher(pem);
      var secret = PRIVATE.matcher(pem);
      if (!certificate.find() || !secret.find()) {
        throw new StartProblem(
            "%s needs a certificate and its private key (PKCS#8), both as PEM.".formatted(file));
      }
      var x509 =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(
                          certificate.group().getBytes(StandardCharsets.US_ASCII)));
      var key =
          (RSAPrivateKey)
              KeyFactory.getInstance("RSA")
                  .generatePrivate(
                      new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(secret.group(1))));
      Base64URL thumbprint =
          Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(x509.getEncoded()));
      return new RSAKey.Builder((RSAPublicKey) x509.getPublicKey())
          .privateKey(key)
          .x509CertSHA256Thumbprint(thumbprint)
          .keyID(thumbprint.toString())
          .build();
    } catch (IOException | GeneralSecurityException | ClassCastException e) {
      throw new StartProblem(
          "%s cannot be used as certificate with an RSA key: make it as docs/operator/people.md says."
              .formatted(file),
          e);
    }
  }
}
