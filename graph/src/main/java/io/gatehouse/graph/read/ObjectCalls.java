package io.gatehouse.graph.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.microsoft.kiota.RequestInformation;
import io.gatehouse.graph.GraphAnswer;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure.NotFound;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads single objects and whole short collections. Unlike the guest list they are all or nothing:
 * half a list of roles would be a guard that looks away.
 */
record ObjectCalls(GraphConnection graph) {

  <T> T one(GraphCall call, RequestInformation request, Function<Properties, T> make) {
    var answer = graph.send(call, request);
    var properties = answer.read(json -> properties(JsonParser.parseReader(json)));
    return made(answer, () -> make.apply(properties));
  }

  /** Empty for Graph's own 404. */
  <T> Optional<T> ifThere(
      GraphCall call, RequestInformation request, Function<Properties, T> make) {
    try {
      return Optional.of(one(call, request, make));
    } catch (GraphException refused) {
      if (refused.failure() instanceof NotFound) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Follows every nextLink; {@code next} makes the request for one. */
  <T> List<T> all(
      GraphCall call,
      RequestInformation first,
      Function<String, RequestInformation> next,
      Function<Properties, T> make) {
    var made = new ArrayList<T>();
    each(call, first, next, entry -> made.add(make.apply(entry)));
    return made;
  }

  /** As {@link #all}, one entry at a time for a caller that keeps only a few. */
  void each(
      GraphCall call,
      RequestInformation first,
      Function<String, RequestInformation> next,
      Consumer<Properties> entry) {
    var followed = new HashSet<String>();
    var request = first;
    while (true) {
      var answer = graph.send(call, request);
      var nextLink =
          made(
              answer,
              () ->
                  answer.read(json -> PageReading.read(json, it -> entry.accept(properties(it)))));
      if (nextLink.isEmpty()) {
        return;
      }
      if (!followed.add(nextLink.get())) {
        throw GraphException.broken(call, answer.requestId(), "a nextLink that leads back", null);
      }
      request = next.apply(graph.requireOwn(call, nextLink.get()));
    }
  }

  private static Properties properties(JsonElement element) {
    if (element instanceof JsonObject json) {
      return new Properties(json);
    }
    throw new JsonParseException("not an object");
  }

  private static <T> T made(GraphAnswer answer, Supplier<T> making) {
    try {
      return making.get();
    } catch (Properties.Malformed malformed) {
      throw answer.broken(Objects.requireNonNull(malformed.getMessage()), malformed);
    }
  }
}
