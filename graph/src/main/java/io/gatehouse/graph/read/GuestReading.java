package io.gatehouse.graph.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a guest of one JSON object, or says which property is in the way. */
final class GuestReading {

  /**
   * What is asked of Graph, and no more than is read: signInActivity and accountEnabled come only
   * on $select.
   */
  static final String[] SELECT = {
    "id",
    "displayName",
    "mail",
    "otherMails",
    "userPrincipalName",
    "userType",
    "accountEnabled",
    "createdDateTime",
    "creationType",
    "externalUserState",
    "externalUserStateChangeDateTime",
    "identities",
    "companyName",
    "onPremisesSyncEnabled",
    "isManagementRestricted",
    "signInActivity"
  };

  private GuestReading() {}

  static GuestAnswer answer(JsonElement element) {
    if (!(element instanceof JsonObject json)) {
      return new GuestAnswer.Unreadable(null, "the entry is not an object");
    }
    var properties = new Properties(json);
    try {
      return new GuestAnswer.Readable(guest(properties));
    } catch (Properties.Malformed malformed) {
      return new GuestAnswer.Unreadable(
          idIfAny(properties), Objects.requireNonNull(malformed.getMessage()));
    }
  }

  static DirectoryGuest guest(Properties properties) {
    return new DirectoryGuest(
        properties.id(),
        properties.text("displayName"),
        mail(properties),
        properties.text("userPrincipalName"),
        properties.text("userType"),
        properties.flag("accountEnabled"),
        properties.instant("createdDateTime"),
        properties.text("creationType"),
        properties.text("externalUserState"),
        stateChanged(properties),
        properties.text("companyName"),
        IdentityReading.external(properties.value("identities")),
        Boolean.TRUE.equals(properties.flag("onPremisesSyncEnabled")),
        Boolean.TRUE.equals(properties.flag("isManagementRestricted")),
        SignInReading.read(properties.value("signInActivity")));
  }

  /** Only tells how long an invitation waits: not worth an unreadable guest when it is no date. */
  private static @Nullable Instant stateChanged(Properties properties) {
    try {
      return properties.instant("externalUserStateChangeDateTime");
    } catch (Properties.Malformed _) {
      return null;
    }
  }

  private static @Nullable String mail(Properties properties) {
    var mail = properties.text("mail");
    var others = properties.texts("otherMails");
    if (mail != null && !mail.isBlank()) {
      return mail;
    }
    for (var other : others) {
      if (!other.isBlank()) {
        return other;
      }
    }
    return null;
  }

  private static @Nullable String idIfAny(Properties properties) {
    try {
      return properties.id();
    } catch (Properties.Malformed noId) {
      return null;
    }
  }
}
