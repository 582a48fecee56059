package io.gatehouse.graph.conformity;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.sandbox.tenant.AppRegistration;
import java.util.List;
import java.util.Map;

/**
 * One request of the product and the sandbox's answer.
 *
 * @param path segments below the base, decoded
 * @param query options, decoded
 * @param answer the body; empty when there was none
 */
record Exchange(
    AppRegistration app,
    String method,
    List<String> path,
    Map<String, String> query,
    int status,
    String answer) {

  boolean answered() {
    return status / 100 == 2 && !answer.isEmpty();
  }

  JsonObject body() {
    return JsonParser.parseString(answer).getAsJsonObject();
  }

  Target target(Schema schema) {
    return Target.of(schema, path);
  }
}
