package io.gatehouse.sandbox.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;

/**
 * A client that signs who it is with the key of a certificate (RFC 7523, {@code private_key_jwt}),
 * as Entra takes it: RS256, the certificate named by its thumbprint in the header.
 */
final class ClientProof {
  private ClientProof() {}

  static boolean holds(
      String jwt, X509Certificate certificate, String clientId, String audience, Instant now) {
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3) {
      return false;
    }
    JsonObject header = json(parts[0]);
    JsonObject claims = json(parts[1]);
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(certificate);
      signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
      return header.get("alg").getAsString().equals("RS256")
          && header.get("x5t#S256").getAsString().equals(thumbprint(certificate))
          && claims.get("iss").getAsString().equals(clientId)
          && claims.get("sub").getAsString().equals(clientId)
          && claims.get("aud").getAsString().equals(audience)
          && claims.get("exp").getAsLong() > now.getEpochSecond()
          && signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static JsonObject json(String part) {
    return JsonParser.parseString(new String(Base64.getUrlDecoder().decode(part), UTF_8))
        .getAsJsonObject();
  }

  private static String thumbprint(X509Certificate certificate) throws GeneralSecurityException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }
}
