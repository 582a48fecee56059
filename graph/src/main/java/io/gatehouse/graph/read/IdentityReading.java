package io.gatehouse.graph.read;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads from {@code identities} whether an account signs in somewhere else. Lenient: an entry that
 * cannot be read proves nothing.
 */
final class IdentityReading {

  private IdentityReading() {}

  /**
   * True for an identity of another directory or provider. The entry {@code userPrincipalName}
   * names the tenant itself as issuer: what the same issuer gave besides is a local account.
   */
  static boolean external(@Nullable JsonElement identities) {
    if (!(identities instanceof JsonArray entries)) {
      return false;
    }
    var elsewhere = new HashSet<String>();
    var here = new HashSet<String>();
    for (var element : entries) {
      if (element instanceof JsonObject entry) {
        switch (text(entry, "signInType")) {
          case "federated", "emailaddress" -> elsewhere.add(text(entry, "issuer"));
          case "userprincipalname" -> here.add(text(entry, "issuer"));
          default -> {} // a user name of the tenant's own, or nothing readable
        }
      }
    }
    here.add(""); // no issuer, no other place
    return !here.containsAll(elsewhere);
  }

  private static String text(JsonObject entry, String name) {
    return entry.get(name) instanceof JsonPrimitive text
        ? text.getAsString().toLowerCase(Locale.ROOT)
        : "";
  }
}
