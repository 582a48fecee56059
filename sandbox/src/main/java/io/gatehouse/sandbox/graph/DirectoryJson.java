package io.gatehouse.sandbox.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.gatehouse.sandbox.tenant.DeletedUser;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Group;
import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.Organization;
import io.gatehouse.sandbox.tenant.Origin;
import io.gatehouse.sandbox.tenant.OwnedObject;
import io.gatehouse.sandbox.tenant.SignInActivity;
import io.gatehouse.sandbox.tenant.User;
import java.util.List;
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
      case "creationType" -> text(user.creationType());
      case "displayName" -> text(user.displayName());
      case "externalUserState" -> text(user.externalUserState());
      case "externalUserStateChangeDateTime" ->
          text(user.stateChanged() == null ? null : GraphTime.seconds(user.stateChanged()));
      case "givenName" -> text(user.givenName());
      case "identities" -> identities(user);
      case "isManagementRestricted" -> trueOrNull(user.managementRestricted());
      case "mail" -> text(user.mail());
      case "onPremisesSyncEnabled" -> trueOrNull(user.onPremisesSynced());
      case "otherMails" -> texts(user.otherMails());
      case "signInActivity" -> user.signIns() == null ? null : signInActivity(user.signIns());
      case "surname" -> text(user.surname());
      case "userPrincipalName" -> text(user.userPrincipalName());
      case "userType" -> text(user.userType());
      // never null in the schema; Graph's own way to write that there is none
      case "birthday", "hireDate" -> text("0001-01-01T00:00:00Z");
      case "deviceEnrollmentLimit" -> new JsonPrimitive(5);
      default -> UserProperties.isCollection(property) ? new JsonArray() : JsonNull.INSTANCE;
    };
  }

  /** Until an invitation is redeemed the tenant itself is the only issuer. */
  private static JsonArray identities(User user) {
    var identities = new JsonArray();
    if (user.externalIdentity() && !Origin.PENDING.equals(user.externalUserState())) {
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

  static JsonObject group(Membership.Group group) {
    return group(group.id(), group.displayName(), group.mail(), group.roleAssignable());
  }

  static JsonObject group(Group group) {
    return group(group.id(), group.displayName(), group.mail(), group.roleAssignable());
  }

  /** A group with an address is a Microsoft 365 group; a group that gets roles has security too. */
  private static JsonObject group(
      String id, String displayName, @Nullable String mail, boolean roleAssignable) {
    var json = typed("group", id, displayName);
    json.add("mail", text(mail));
    json.addProperty("mailEnabled", mail != null);
    json.addProperty("securityEnabled", mail == null || roleAssignable);
    json.addProperty("isAssignableToRole", roleAssignable);
    var types = new JsonArray();
    if (mail != null) {
      types.add("Unified");
    }
    json.add("groupTypes", types);
    return json;
  }

  static JsonObject role(Membership.DirectoryRole role) {
    var json = typed("directoryRole", role.id(), role.displayName());
    json.addProperty("roleTemplateId", role.roleTemplateId());
    return json;
  }

  static JsonObject unit(Membership unit, boolean restricted) {
    var json = typed("administrativeUnit", unit.id(), unit.displayName());
    json.addProperty("isMemberManagementRestricted", restricted);
    return json;
  }

  static JsonObject application(OwnedObject application) {
    return typed("application", application.id(), application.displayName());
  }

  private static JsonObject typed(String type, String id, String displayName) {
    var json = new JsonObject();
    json.addProperty(TYPE, "#microsoft.graph." + type);
    json.addProperty("id", id);
    json.addProperty("displayName", displayName);
    return json;
  }

  static JsonObject organization(Organization organization) {
    var json = new JsonObject();
    json.addProperty("id", organization.id());
    json.addProperty("displayName", organization.displayName());
    json.add(
        "onPremisesSyncEnabled",
        organization.onPremisesSyncEnabled() == null
            ? JsonNull.INSTANCE
            : new JsonPrimitive(organization.onPremisesSyncEnabled()));
    json.add("onPremisesLastSyncDateTime", JsonNull.INSTANCE);
    return json;
  }

  private static JsonElement trueOrNull(boolean value) {
    return value ? new JsonPrimitive(true) : JsonNull.INSTANCE;
  }

  private static JsonArray texts(List<String> values) {
    var array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  static JsonElement text(@Nullable String value) {
    return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value);
  }
}
