package io.gatehouse.sandbox.graph;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer; an empty body is no body. */
record Reply(int status, String contentType, Map<String, String> headers, String body) {
  private static final Gson JSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  private static final String JSON_TYPE =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;"
          + "charset=utf-8";

  static Reply json(int status, JsonElement body) {
    return new Reply(status, JSON_TYPE, Map.of(), JSON.toJson(body));
  }

  static Reply ok(JsonElement body) {
    return json(200, body);
  }

  /** One object of the set or type that the context names. */
  static Reply entity(Call call, String context, JsonObject properties) {
    var json = new JsonObject();
    json.addProperty("@odata.context", call.base() + "/$metadata#" + context + "/$entity");
    properties.asMap().forEach(json::add);
    return ok(json);
  }

  /** JSON that is written already. */
  static Reply okText(String json) {
    return new Reply(200, JSON_TYPE, Map.of(), json);
  }

  static Reply noContent() {
    return empty(204);
  }

  static Reply empty(int status) {
    return new Reply(status, JSON_TYPE, Map.of(), "");
  }

  static Reply html(int status, String page) {
    return new Reply(status, "text/html", Map.of(), page);
  }

  /** Graph's error body. The date has no zone. Source: Learn, errors. */
  static Reply error(int status, String code, String message, Call call, Clock clock) {
    var inner = new JsonObject();
    inner.addProperty("date", GraphTime.withoutZone(clock.instant()));
    inner.addProperty("request-id", call.requestId());
    inner.addProperty("client-request-id", call.clientRequestId());
    var error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    error.add("innerError", inner);
    var body = new JsonObject();
    body.add("error", error);
    return json(status, body);
  }

  Reply with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, more, body);
  }

  boolean isJson() {
    return contentType.equals(JSON_TYPE);
  }

  /** An answer without a body becomes one whose JSON begins and does not end. */
  Reply cutInTheMiddle() {
    return body.isEmpty()
        ? okText("{\"@odata.context\":")
        : new Reply(status, contentType, headers, body.substring(0, body.length() / 2));
  }
}
