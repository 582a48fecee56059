package io.gatehouse.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cuts a list into pages with an opaque, absolute nextLink.
 *
 * <p>The link remembers the last item shown, not a position: an item deleted meanwhile moves no
 * other item out of the pages to come.
 *
 * @param cap the most one page holds, whatever $top says
 */
record Pages(Call call, int cap) {
  private static final int LARGEST = 999;
  private static final int USUAL = 100;
  private static final String TOKEN = "$skiptoken";
  private static final String MARK = "after:";

  /** An item with the key by which the list is sorted. */
  record Item<T>(String key, T value) {}

  private int size() {
    var top = call.option("$top");
    if (top.isEmpty()) {
      return Math.min(cap, USUAL);
    }
    int asked;
    try {
      asked = Integer.parseInt(top.get());
    } catch (NumberFormatException e) {
      throw GraphError.badRequest("Invalid value '%s' for $top.".formatted(top.get()));
    }
    if (asked < 1 || asked > LARGEST) {
      throw GraphError.badRequest(
          "Invalid page size specified: '%d'. Must be between 1 and 999 inclusive."
              .formatted(asked));
    }
    return Math.min(cap, asked);
  }

  boolean isFirst() {
    return call.option(TOKEN).isEmpty();
  }

  /** The page this request asks for, of items sorted by key. */
  <T> JsonObject page(String context, List<Item<T>> items, Function<T, JsonObject> json) {
    String after = after();
    var left = items.stream().filter(item -> item.key().compareTo(after) > 0).toList();
    var shown = left.subList(0, Math.min(size(), left.size()));
    var value = new JsonArray();
    shown.forEach(item -> value.add(json.apply(item.value())));
    var page = start(context, items.size());
    if (shown.size() < left.size()) {
      page.addProperty("@odata.nextLink", nextLink(shown.getLast().key()));
    }
    page.add("value", value);
    return page;
  }

  /** An empty first page that says there is more, as Graph may answer. */
  JsonObject emptyPage(String context, int count) {
    size();
    var page = start(context, count);
    page.addProperty("@odata.nextLink", nextLink(""));
    page.add("value", new JsonArray());
    return page;
  }

  private JsonObject start(String context, int count) {
    var page = new JsonObject();
    page.addProperty("@odata.context", call.base() + "/$metadata#" + context);
    if (isFirst() && call.isAdvanced()) {
      page.addProperty("@odata.count", count);
    }
    return page;
  }

  private String after() {
    if (isFirst()) {
      return "";
    }
    try {
      String token =
          new String(Base64.getUrlDecoder().decode(call.option(TOKEN).orElse("")), UTF_8);
      if (token.startsWith(MARK)) {
        return token.substring(MARK.length());
      }
    } catch (IllegalArgumentException e) {
      // not base64: the same answer as for every other token that is not ours
    }
    throw new GraphError(
        400,
        "Directory_ExpiredPageToken",
        "The specified page token value has expired and can no longer be included in your"
            + " request.");
  }

  private String nextLink(String last) {
    var query = new LinkedHashMap<>(call.query());
    query.put(
        TOKEN,
        Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + last).getBytes(UTF_8)));
    String path = call.path().stream().map(Pages::encode).collect(Collectors.joining("/"));
    return query.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&", call.base() + "/" + path + "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%24", "$");
  }
}
