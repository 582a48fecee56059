package io.gatehouse.sandbox.graph;

/**
 * What a request costs, as told in {@code x-ms-resource-unit}. Source: Learn, throttling-limits.
 *
 * <p>Told, never enforced: the smallest tenant's 3,500 units in ten seconds are far above what ten
 * sign-in reads a minute let a caller do, and a test whose clock stands still would spend days of
 * requests in one of those ten seconds.
 */
final class ResourceUnits {
  private static final int SMALL_PAGE = 20;

  private ResourceUnits() {}

  static int of(Call call) {
    if (!call.method().equals("GET")) {
      return 1;
    }
    int units = base(call.template());
    if (call.option("$select").isPresent()) {
      units--;
    }
    if (call.option("$expand").isPresent()) {
      units++;
    }
    if (call.option("$top").filter(ResourceUnits::small).isPresent()) {
      units--;
    }
    return Math.max(1, units);
  }

  private static int base(String template) {
    return switch (template) {
      case "/groups/{id}/members" -> 3;
      case "/users",
          "/users/{id}/ownedObjects",
          "/users/{id}/transitiveMemberOf",
          "/users/{id}/transitiveMemberOf/graph.group",
          "/users/{id}/transitiveMemberOf/graph.directoryRole" ->
          2;
      default -> 1;
    };
  }

  private static boolean small(String top) {
    return top.matches("\\d{1,2}") && Integer.parseInt(top) < SMALL_PAGE;
  }
}
