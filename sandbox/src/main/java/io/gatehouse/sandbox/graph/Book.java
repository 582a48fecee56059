package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.AppRegistration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the server answered: the newest requests one by one, all of them by the minute. */
final class Book {
  /** Enough for every test that looks at single requests; a million guests must not fill memory. */
  static final int KEPT = 100_000;

  private static final int TOO_MANY_REQUESTS = 429;

  private record Account(AppRegistration app, Budget budget) {}

  private final Deque<ServedRequest> newest = new ArrayDeque<>();
  private final Map<Account, SortedMap<Instant, Integer>> minutes = new HashMap<>();

  synchronized void write(ServedRequest request) {
    newest.add(request);
    if (newest.size() > KEPT) {
      newest.remove();
    }
    if (request.caller() != null && request.status() != TOO_MANY_REQUESTS) {
      minutes
          .computeIfAbsent(new Account(request.caller(), request.budget()), _ -> new TreeMap<>())
          .merge(request.at().truncatedTo(ChronoUnit.MINUTES), 1, Integer::sum);
    }
  }

  synchronized List<ServedRequest> newest() {
    return List.copyOf(newest);
  }

  synchronized SortedMap<Instant, Integer> perMinute(AppRegistration app, Budget budget) {
    return new TreeMap<>(minutes.getOrDefault(new Account(app, budget), new TreeMap<>()));
  }
}
