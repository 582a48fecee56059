package io.gatehouse.benchmark.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.TenantSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's answers to "all guests, page by page", rendered once. Each nextLink leads to the
 * page's number, below whatever address serves them.
 *
 * @param bodies in order, with {@link #ADDRESS} for the address
 */
record PreparedPages(List<String> bodies) {
  /** What both sides ask for. */
  static final String[] SELECT = {
    "id",
    "displayName",
    "mail",
    "otherMails",
    "userPrincipalName",
    "userType",
    "accountEnabled",
    "createdDateTime",
    "creationType",
    "externalUserState",
    "externalUserStateChangeDateTime",
    "identities",
    "companyName",
    "onPremisesSyncEnabled",
    "isManagementRestricted",
    "signInActivity"
  };

  /** Stands for the server's address in the bodies. */
  static final String ADDRESS = "http://address.example.com/v1.0";

  static final String NEXT = "$skiptoken";

  private static final int SPONSORS = 40;
  private static final JsonPrimitive NO_DATE = new JsonPrimitive("0001-01-01T00:00:00Z");

  PreparedPages {
    bodies = List.copyOf(bodies);
  }

  /** Renders a tenant of that many guests. */
  static PreparedPages of(int guests, long seed, Clock clock) {
    var size = new TenantSize(guests, SPONSORS);
    try (var sandbox = Sandbox.start(SandboxOptions.of(seed, clock, size));
        var http = HttpClient.newHttpClient()) {
      sandbox.graph().throttles().off();
      var bodies = new ArrayList<String>();
      String link = first(sandbox.graph().baseUrl());
      while (link != null) {
        String body = get(http, link);
        link = nextLink(body);
        bodies.add(portable(body, link, bodies.size() + 1));
      }
      return new PreparedPages(bodies);
    }
  }

  private static String first(URI baseUrl) {
    return "%s/users?$filter=%s&$select=%s&$top=%d"
        .formatted(
            baseUrl,
            URLEncoder.encode("userType eq 'Guest'", UTF_8),
            String.join(",", SELECT),
            DirectoryReader.LARGEST_PAGE);
  }

  private static @Nullable String nextLink(String body) {
    var link = JsonParser.parseString(body).getAsJsonObject().get("@odata.nextLink");
    return link == null ? null : link.getAsString();
  }

  /** An empty date becomes the year 0001: the SDK loses the whole page over an empty one. */
  private static String portable(String body, @Nullable String link, int next) {
    var page = JsonParser.parseString(body).getAsJsonObject();
    for (var guest : page.getAsJsonArray("value")) {
      if (guest.getAsJsonObject().get("signInActivity") instanceof JsonObject dates) {
        dates.entrySet().forEach(PreparedPages::withoutEmpty);
      }
    }
    if (link != null) {
      page.addProperty("@odata.nextLink", "%s/users?%s=%d".formatted(ADDRESS, NEXT, next));
    }
    return page.toString();
  }

  private static void withoutEmpty(Map.Entry<String, JsonElement> date) {
    if (date.getValue() instanceof JsonPrimitive text && text.getAsString().isEmpty()) {
      date.setValue(NO_DATE);
    }
  }

  private static String get(HttpClient http, String link) {
    var request =
        HttpRequest.newBuilder(URI.create(link))
            .header("Authorization", "Bearer " + AppRegistration.OBSERVER.token())
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "The sandbox answered %d where a page of guests was expected: %s"
                .formatted(answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while pages were rendered.", e);
    }
  }
}
