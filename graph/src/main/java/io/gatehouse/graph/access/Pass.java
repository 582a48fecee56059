package io.gatehouse.graph.access;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.gatehouse.graph.Credential;
import io.gatehouse.graph.GraphConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an app registration's token says. Read for diagnosis only: to a client a token is opaque and
 * its form may change (Learn: access tokens), so nothing decides by it.
 */
public sealed interface Pass {

  /**
   * A token in the usual form.
   *
   * @param roles the application permissions an administrator consented to
   */
  record Readable(String tenantId, String clientId, Set<String> roles) implements Pass {}

  /** A token that says nothing to us, such as the sandbox's. */
  record Opaque() implements Pass {}

  /**
   * Asks for a token, as every call does.
   *
   * @throws IllegalArgumentException when the credential cannot work
   * @throws RuntimeException of the identity library when none is given
   */
  static Pass of(URI baseUrl, Credential credential, Duration patience) {
    AccessToken token =
        GraphConnection.tokens(baseUrl, credential)
            .getToken(new TokenRequestContext().addScopes(GraphConnection.SCOPE))
            .block(patience);
    return read(Objects.requireNonNull(token, "no token").getToken());
  }

  /** Reads the claims of a JSON web token without checking anything. */
  static Pass read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return new Opaque();
    }
    try {
      var claims =
          JsonParser.parseString(
                  new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
              .getAsJsonObject();
      return new Readable(text(claims, "tid"), text(claims, "appid"), roles(claims));
    } catch (IllegalArgumentException | IllegalStateException | JsonParseException e) {
      return new Opaque();
    }
  }

  private static String text(JsonObject claims, String name) {
    JsonElement value = claims.get(name);
    return value == null ? "" : value.getAsString();
  }

  private static Set<String> roles(JsonObject claims) {
    var roles = new TreeSet<String>();
    JsonArray given = claims.has("roles") ? claims.getAsJsonArray("roles") : new JsonArray();
    given.forEach(role -> roles.add(role.getAsString()));
    return roles;
  }
}
