package io.gatehouse.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What lists still show when they lag behind: each changed user as it was before. */
final class ListLag {
  /** A user as it was until an instant; without a user: there was none. */
  record Version(@Nullable User user, Instant until) {}

  private final NavigableMap<String, Deque<Version>> versions = new TreeMap<>();
  private Duration lag = Duration.ZERO;

  void set(Duration now) {
    lag = now;
    if (lag.isZero()) {
      versions.clear();
    }
  }

  Instant asOf(Instant now) {
    return now.minus(lag);
  }

  /** Remembers what a user was; nothing is remembered while lists do not lag. */
  void replaced(String id, @Nullable User before, Instant at) {
    if (!lag.isZero()) {
      var known = versions.computeIfAbsent(id, _ -> new ArrayDeque<>());
      known.removeIf(version -> !version.until().isAfter(asOf(at)));
      known.add(new Version(before, at));
    }
  }

  /** What a list shows instead of the user as it is. */
  Optional<Version> instead(String id, Instant asOf) {
    var known = versions.get(id);
    return known == null
        ? Optional.empty()
        : known.stream().filter(version -> version.until().isAfter(asOf)).findFirst();
  }

  /** The next id after this one of which an earlier version is known. */
  @Nullable String idAfter(String id) {
    return versions.higherKey(id);
  }
}
