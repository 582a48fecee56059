package io.gatehouse.sandbox.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signs id tokens (RS256) and shows the key that checks them. */
final class IdTokens {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final Gson gson = new Gson();
  private final KeyPair keys;

  /** New with each key: under an old name pages would go on checking with the key before. */
  private final String keyId = UUID.randomUUID().toString();

  IdTokens() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  String sign(Map<String, Object> claims) {
    var header = Map.of("alg", "RS256", "typ", "JWT", "kid", keyId);
    String content = part(header) + "." + part(claims);
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(UTF_8));
      return content + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an RSA key signs", e);
    }
  }

  /** RFC 7517. */
  Map<String, Object> keySet() {
    var key = (RSAPublicKey) keys.getPublic();
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                keyId,
                "n",
                number(key.getModulus()),
                "e",
                number(key.getPublicExponent()))));
  }

  private String part(Map<String, ?> json) {
    return URL.encodeToString(gson.toJson(json).getBytes(UTF_8));
  }

  /** Unsigned, without the sign's byte of two's complement. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }
}
