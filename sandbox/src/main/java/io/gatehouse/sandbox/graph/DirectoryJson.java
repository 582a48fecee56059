package io.gatehouse.sandbox.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.gatehouse.sandbox.tenant.DeletedUser;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.RoleAssignment;
import io.gatehouse.sandbox.tenant.SignInActivity;
import io.gatehouse.sandbox.tenant.User;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Directory objects as Graph writes them. */
final class DirectoryJson {
  private static final String TYPE = "@odata.type";

  private DirectoryJson() {}

  static JsonObject user(User user, Set<String> properties) {
    var json = new JsonObject();
    for (String property : properties) {
      var value = value(user, property);
      if (value != null) {
        json.add(property, value);
      }
    }
    return json;
  }

  /** A user among objects of several kinds. */
  static JsonObject directoryObject(User user, Set<String> properties) {
    var json = new JsonObject();
    json.addProperty(TYPE, "#microsoft.graph.user");
    user(user, properties).asMap().forEach(json::add);
    return json;
  }

  static JsonObject deleted(DeletedUser deleted, Set<String> properties) {
    var json = user(deleted.user(), properties);
    if (properties.contains("userPrincipalName")) {
      json.addProperty("userPrincipalName", deleted.userPrincipalName());
    }
    if (properties.contains("deletedDateTime")) {
      json.addProperty("deletedDateTime", GraphTime.seconds(deleted.at()));
    }
    return json;
  }

  /** Null leaves the property out, which is not the same as a JSON null. */
  private static @Nullable JsonElement value(User user, String property) {
    return switch (property) {
      case "id" -> text(user.id());
      case "accountEnabled" -> new JsonPrimitive(user.accountEnabled());
      case "companyName" -> text(user.companyName());
      case "createdDateTime" -> text(GraphTime.seconds(user.created()));
      case "creationType" -> text(user.guest() ? "Invitation" : null);
      case "displayName" -> text(user.displayName());
      case "externalUserState" -> text(user.guest() ? "Accepted" : null);
      case "externalUserStateChangeDateTime" ->
          text(user.guest() ? GraphTime.seconds(user.created().plusSeconds(86_400)) : null);
      case "givenName" -> text(user.givenName());
      case "identities" -> identities(user);
      case "mail" -> text(user.mail());
      case "onPremisesSyncEnabled" ->
          user.onPremisesSynced() ? new JsonPrimitive(true) : text(null);
      case "signInActivity" -> user.signIns() == null ? null : signInActivity(user.signIns());
      case "surname" -> text(user.surname());
      case "userPrincipalName" -> text(user.userPrincipalName());
      case "userType" -> text(user.guest() ? "Guest" : "Member");
      default -> UserProperties.isCollection(property) ? new JsonArray() : JsonNull.INSTANCE;
    };
  }

  private static JsonArray identities(User user) {
    var identities = new JsonArray();
    if (user.guest()) {
      identities.add(identity("federated", "ExternalAzureAD", null));
    }
    identities.add(identity("userPrincipalName", Employee.HOST, user.userPrincipalName()));
    return identities;
  }

  private static JsonObject identity(String type, String issuer, @Nullable String assigned) {
    var identity = new JsonObject();
    identity.addProperty("signInType", type);
    identity.addProperty("issuer", issuer);
    identity.add("issuerAssignedId", text(assigned));
    return identity;
  }

  private static JsonObject signInActivity(SignInActivity seen) {
    var json = new JsonObject();
    json.add("lastSignInDateTime", text(seen.interactive()));
    json.add("lastSignInRequestId", JsonNull.INSTANCE);
    json.add("lastNonInteractiveSignInDateTime", text(seen.nonInteractive()));
    json.add("lastNonInteractiveSignInRequestId", JsonNull.INSTANCE);
    json.add("lastSuccessfulSignInDateTime", text(seen.successful()));
    json.add("lastSuccessfulSignInRequestId", JsonNull.INSTANCE);
    return json;
  }

  static JsonObject membership(Membership membership) {
    var json = new JsonObject();
    switch (membership) {
      case Membership.Group(var id, var name, var mail) -> {
        json.addProperty(TYPE, "#microsoft.graph.group");
        json.addProperty("id", id);
        json.addProperty("displayName", name);
        json.add("mail", text(mail));
        json.addProperty("mailEnabled", mail != null);
        json.addProperty("securityEnabled", mail == null);
      }
      case Membership.DirectoryRole(var id, var name, var template) -> {
        json.addProperty(TYPE, "#microsoft.graph.directoryRole");
        json.addProperty("id", id);
        json.addProperty("displayName", name);
        json.addProperty("roleTemplateId", template);
      }
    }
    return json;
  }

  static JsonObject roleAssignment(RoleAssignment assignment) {
    var json = new JsonObject();
    json.addProperty("id", assignment.id());
    json.addProperty("principalId", assignment.principalId());
    json.addProperty("directoryScopeId", "/");
    json.addProperty("roleDefinitionId", assignment.roleDefinitionId());
    return json;
  }

  static JsonElement text(@Nullable String value) {
    return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value);
  }
}
