package io.gatehouse.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
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

  /** The same pages, none longer than half of what was asked for. */
  Pages halved() {
    return new Pages(call, Math.max(1, size() / 2));
  }

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

  /** The page this request asks for; of the list no more is read than the page and one item. */
  <T> JsonObject page(String context, Listing<T> list, Function<T, JsonObject> json) {
    int size = size();
    var read = list.after(after()).limit(size + 1L).toList();
    var shown = read.subList(0, Math.min(size, read.size()));
    var value = new JsonArray();
    shown.forEach(item -> value.add(json.apply(item)));
    var page = start(context, list);
    if (shown.size() < read.size()) {
      page.addProperty("@odata.nextLink", nextLink(list.key(shown.getLast())));
    }
    page.add("value", value);
    return page;
  }

  /** An empty first page that says there is more, as Graph may answer. */
  JsonObject emptyPage(String context, Listing<?> list) {
    size(); // refuses a size as every page does
    var page = start(context, list);
    page.addProperty("@odata.nextLink", nextLink(""));
    page.add("value", new JsonArray());
    return page;
  }

  private JsonObject start(String context, Listing<?> list) {
    var page = new JsonObject();
    page.addProperty("@odata.context", call.base() + "/$metadata#" + context);
    if (isFirst() && call.isAdvanced()) {
      page.addProperty("@odata.count", list.count());
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
