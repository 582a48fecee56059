package io.gatehouse.graph.read;

import com.google.gson.JsonElement;
import com.microsoft.kiota.RequestInformation;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list too long for one call: the caller comes back with its nextLink. */
record ListPage<T>(List<T> entries, @Nullable String nextLink, String requestId, String sha256) {

  /** {@code entry} is lenient: one entry it cannot use must not cost the page. */
  static <T> ListPage<T> read(
      GraphConnection graph,
      GraphCall call,
      RequestInformation request,
      Function<JsonElement, T> entry) {
    // A nextLink carries no headers: set on every page. A scan gives way to people's calls.
    request.headers.add("x-ms-throttle-priority", "Low");
    var answer = graph.send(call, request);
    var entries = new ArrayList<T>();
    var next = answer.read(json -> PageReading.read(json, it -> entries.add(entry.apply(it))));
    return new ListPage<>(
        entries,
        next.map(link -> graph.requireOwn(call, link)).orElse(null),
        answer.requestId(),
        answer.sha256());
  }

  static void requireSize(String what, int size, int largest) {
    if (size < 1 || size > largest) {
      throw new IllegalArgumentException(
          "A page of %s holds 1 to %d, and %d were asked for.".formatted(what, largest, size));
    }
  }
}
