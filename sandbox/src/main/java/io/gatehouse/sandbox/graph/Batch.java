package io.gatehouse.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /$batch}: up to twenty reads, each throttled and faulted by itself. What breaks the
 * connection or the JSON of one part breaks the whole answer. Source: graph-docs, json-batching.
 *
 * @param take answers one part; empty when the connection is to be cut
 */
record Batch(Call call, Clock clock, Function<Call, Optional<Reply>> take) {
  private static final int MOST = 20;

  private record Part(String id, Call call, List<String> dependsOn) {
    /** Ids are compared without regard to case. */
    String key() {
      return id.toLowerCase(Locale.ROOT);
    }
  }

  Optional<Reply> answer() {
    try {
      return answer(parts());
    } catch (GraphError e) {
      return Optional.of(Reply.error(e.status(), e.code(), e.sentence(), call, clock));
    }
  }

  private Optional<Reply> answer(List<Part> parts) {
    var failed = new HashSet<String>();
    var responses = new ArrayList<String>();
    for (var part : parts) {
      boolean waitedInVain = part.dependsOn().stream().anyMatch(failed::contains);
      var reply = waitedInVain ? Optional.of(failedDependency(part)) : read(part.call());
      if (reply.isEmpty()) {
        return reply;
      }
      if (reply.get().status() >= 400) {
        failed.add(part.key());
      }
      responses.add(response(part, reply.get()));
    }
    return Optional.of(Reply.okText("{\"responses\":[" + String.join(",", responses) + "]}"));
  }

  private Optional<Reply> read(Call part) {
    return part.method().equals("GET")
        ? take.apply(part)
        : Optional.of(
            Reply.error(
                400, "BadRequest", "The sandbox reads in a batch and no more.", part, clock));
  }

  private Reply failedDependency(Part part) {
    return Reply.error(424, "FailedDependency", "A part it depends on failed.", part.call(), clock);
  }

  /** Joined as text, so that JSON cut in the middle stays cut. */
  private static String response(Part part, Reply reply) {
    var headers = new JsonObject();
    headers.addProperty("request-id", part.call().requestId());
    reply.headers().forEach(headers::addProperty);
    var start = new StringBuilder("{\"id\":").append(new JsonPrimitive(part.id()));
    start.append(",\"status\":").append(reply.status());
    if (!reply.body().isEmpty()) {
      headers.addProperty("Content-Type", reply.contentType());
      start.append(",\"body\":").append(reply.isJson() ? reply.body() : base64(reply.body()));
    }
    return start.append(",\"headers\":").append(headers).append('}').toString();
  }

  private static JsonElement base64(String body) {
    return new JsonPrimitive(Base64.getEncoder().encodeToString(body.getBytes(UTF_8)));
  }

  private List<Part> parts() {
    var requests = requests();
    if (requests.size() > MOST) {
      throw malformed("Number of batch requests exceeds the maximum of %d.".formatted(MOST));
    }
    var parts = new LinkedHashMap<String, Part>();
    for (var element : requests) {
      var part = part(element);
      if (!parts.keySet().containsAll(part.dependsOn())) {
        throw malformed("A request can depend on requests above it only: " + part.id());
      }
      if (parts.put(part.key(), part) != null) {
        throw malformed("Request Id %s is duplicated in batch.".formatted(part.id()));
      }
    }
    return List.copyOf(parts.values());
  }

  private JsonArray requests() {
    try {
      if (JsonParser.parseString(call.body()) instanceof JsonObject json
          && json.get("requests") instanceof JsonArray requests) {
        return requests;
      }
    } catch (JsonParseException e) {
      // falls to the answer for every body that is no batch
    }
    throw malformed("Unable to read JSON request payload.");
  }

  private Part part(JsonElement element) {
    if (!(element instanceof JsonObject json)) {
      throw malformed("Every request of a batch is an object.");
    }
    var headers = new LinkedHashMap<String, String>();
    if (json.get("headers") instanceof JsonObject own) {
      own.keySet().forEach(name -> headers.put(name, text(own, name)));
    }
    var dependsOn = new ArrayList<String>();
    if (json.get("dependsOn") instanceof JsonArray ids) {
      ids.forEach(id -> dependsOn.add(id.getAsString().toLowerCase(Locale.ROOT)));
    }
    return new Part(
        text(json, "id"), call.part(text(json, "method"), text(json, "url"), headers), dependsOn);
  }

  private static String text(JsonObject json, String name) {
    if (json.get(name) instanceof JsonPrimitive value) {
      return value.getAsString();
    }
    throw malformed("A request of the batch has no proper '%s'.".formatted(name));
  }

  private static GraphError malformed(String message) {
    return new GraphError(400, "BadRequest", message);
  }
}
