package io.gatehouse.graph.conformity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.gatehouse.graph.conformity.SchemaType.Enumeration;
import io.gatehouse.graph.conformity.SchemaType.Structured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Everything in one answer that the schema does not have, as {@code type/property: what}. */
final class BodyCheck {

  private static final Set<String> CONTROL =
      Set.of("@odata.context", "@odata.nextLink", "@odata.count", "@odata.type");

  private final Schema schema;
  private final List<String> flaws = new ArrayList<>();

  private BodyCheck(Schema schema) {
    this.schema = schema;
  }

  /** {@code type} is what the path leads to; a collection comes as an object with a value. */
  static List<String> flaws(Schema schema, TypeRef type, JsonObject body) {
    var check = new BodyCheck(schema);
    check.context(type, body);
    if (type.collection()) {
      check.many(type, body);
    } else {
      check.object(type.name(), body);
    }
    return List.copyOf(check.flaws);
  }

  private void many(TypeRef type, JsonObject body) {
    for (var name : body.keySet()) {
      if (!name.equals("value") && !CONTROL.contains(name)) {
        flaws.add("%s/%s: no part of a collection".formatted(type, name));
      }
    }
    value(type + "/value", type, body.get("value"));
  }

  /** The context names the type that follows, so that a reader can trust it without the path. */
  private void context(TypeRef type, JsonObject body) {
    if (!(body.get("@odata.context") instanceof JsonPrimitive context)) {
      flaws.add("%s: no @odata.context".formatted(type));
      return;
    }
    var fragment = context.getAsString().replaceFirst(".*/\\$metadata#", "");
    var one = fragment.endsWith("/$entity");
    var path = fragment.replaceFirst("/\\$entity$", "").replaceFirst("\\(.*\\)$", "");
    var told = Target.of(schema, Arrays.asList(path.split("/", -1))).answer();
    if (told == null
        || one == type.collection()
        || !(schema.isA(told.name(), type.name()) || schema.isA(type.name(), told.name()))) {
      flaws.add("%s: the @odata.context %s".formatted(type, fragment));
    }
  }

  private void object(String declared, JsonObject object) {
    var type = actual(declared, object);
    object
        .asMap()
        .forEach((name, value) -> {
          if (!CONTROL.contains(name)) {
            property(type, name, value);
          }
        });
  }

  private String actual(String declared, JsonObject object) {
    if (!object.has("@odata.type")) {
      return schema.qualified(declared);
    }
    var told = object.get("@odata.type").getAsString().replaceFirst("^#", "");
    if (schema.type(told).isEmpty() || !schema.isA(told, declared)) {
      flaws.add("%s: the @odata.type %s".formatted(declared, told));
    }
    return told;
  }

  private void property(String type, String name, JsonElement value) {
    var where = type + "/" + name;
    var member = schema.member(type, name);
    if (member.isEmpty()) {
      flaws.add(where + ": no such property");
    } else if (value.isJsonNull()) {
      if (!member.get().nullable()) {
        flaws.add(where + ": null");
      }
    } else {
      value(where, member.get().type(), value);
    }
  }

  private void value(String where, TypeRef type, JsonElement value) {
    if (type.collection()) {
      if (value instanceof JsonArray array) {
        array.forEach(element -> value(where, type.one(), element));
      } else {
        flaws.add(where + ": no list");
      }
      return;
    }
    var fits =
        switch (schema.type(type.name()).orElse(null)) {
          case null -> Primitive.fits(type.name(), value);
          case Enumeration(var members, var many) -> isMember(members, many, value);
          case Structured _ -> value.isJsonObject();
        };
    if (!fits) {
      flaws.add("%s: %s is no %s".formatted(where, value, type));
    } else if (value instanceof JsonObject object) {
      object(type.name(), object);
    }
  }

  private static boolean isMember(Set<String> members, boolean many, JsonElement value) {
    return value instanceof JsonPrimitive text
        && text.isString()
        && (many
            ? members.containsAll(List.of(text.getAsString().split(",", -1)))
            : members.contains(text.getAsString()));
  }
}
