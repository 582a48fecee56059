package io.gatehouse.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Which properties a user has, and which of them a request asks for. */
final class UserProperties {
  /** Without $select. Source: Learn, user-get. */
  static final Set<String> DEFAULT =
      new LinkedHashSet<>(
          Arrays.asList(
              "businessPhones",
              "displayName",
              "givenName",
              "jobTitle",
              "mail",
              "mobilePhone",
              "officeLocation",
              "preferredLanguage",
              "surname",
              "userPrincipalName",
              "id"));

  /** Kept outside the directory, so a list cannot show them. Source: Learn, user. */
  private static final Set<String> SINGLE_USER_ONLY =
      Set.of(
          "aboutMe",
          "birthday",
          "hireDate",
          "interests",
          "mailboxSettings",
          "mySite",
          "pastProjects",
          "preferredName",
          "responsibilities",
          "schools",
          "skills");

  /** Name to "is a collection", as in the v1.0 metadata. */
  private static final NavigableMap<String, Boolean> KNOWN = load();

  private UserProperties() {}

  private static NavigableMap<String, Boolean> load() {
    try (InputStream in = UserProperties.class.getResourceAsStream("user-properties.txt")) {
      var known = new TreeMap<String, Boolean>(String.CASE_INSENSITIVE_ORDER);
      new String(Objects.requireNonNull(in, "user-properties.txt").readAllBytes(), UTF_8)
          .lines()
          .forEach(line -> known.put(line.replace("[]", ""), line.endsWith("[]")));
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isCollection(String property) {
    return KNOWN.getOrDefault(property, false);
  }

  /** The properties asked for, in Graph's spelling. */
  static Set<String> of(Call call, boolean list) {
    var select = call.option("$select");
    if (select.isEmpty()) {
      return DEFAULT;
    }
    var properties = new LinkedHashSet<String>();
    for (String asked : select.get().split(",", -1)) {
      String name = named(asked.strip());
      if (list && SINGLE_USER_ONLY.contains(name)) {
        throw new GraphError(
            501, "NotImplemented", "'%s' is not supported on a collection.".formatted(name));
      }
      properties.add(name);
    }
    return properties;
  }

  /** A property in Graph's spelling, whatever case it is asked for in. */
  static String named(String asked) {
    String name = KNOWN.ceilingKey(asked);
    if (name == null || !name.equalsIgnoreCase(asked)) {
      throw new GraphError(
          400,
          "BadRequest",
          ("Parsing OData Select and Expand failed: Could not find a property named '%s' on type"
                  + " 'microsoft.graph.user'.")
              .formatted(asked));
    }
    return name;
  }
}
