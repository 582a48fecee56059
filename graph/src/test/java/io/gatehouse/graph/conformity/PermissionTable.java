package io.gatehouse.graph.conformity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.Reader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What each application permission allows, as {@code METHOD /path}. Delegated permissions are left
 * out: nobody is signed in. The source varies in case and placeholders and drops {@code /$ref}, so
 * paths are compared in one normal form.
 */
record PermissionTable(Map<String, Set<String>> allowed) {

  private static final String APPLICATION = "Application";

  static PermissionTable read(Reader json) {
    var permissions = JsonParser.parseReader(json).getAsJsonObject().getAsJsonObject("permissions");
    var allowed = new HashMap<String, Set<String>>();
    permissions
        .asMap()
        .forEach((name, permission) -> allowed.put(name, calls(permission.getAsJsonObject())));
    return new PermissionTable(allowed);
  }

  boolean covers(Set<String> permissions, String method, String path) {
    var call = method + " " + normal(path);
    return permissions.stream().anyMatch(it -> allowed.getOrDefault(it, Set.of()).contains(call));
  }

  private static Set<String> calls(JsonObject permission) {
    var calls = new HashSet<String>();
    for (var element : permission.getAsJsonArray("pathSets")) {
      var set = element.getAsJsonObject();
      if (texts(set.get("schemeKeys")).contains(APPLICATION)) {
        for (var method : texts(set.get("methods"))) {
          set.getAsJsonObject("paths")
              .keySet()
              .forEach(path -> calls.add(method + " " + normal(path)));
        }
      }
    }
    return calls;
  }

  private static Set<String> texts(JsonElement list) {
    var texts = new HashSet<String>();
    list.getAsJsonArray().forEach(text -> texts.add(text.getAsString()));
    return texts;
  }

  private static String normal(String path) {
    return path.replaceAll("\\{[^}]*}", "{id}")
        .replaceFirst("/\\$ref$", "")
        .toLowerCase(Locale.ROOT);
  }
}
