package io.gatehouse.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All user objects: those that are stored, and over them the generated ones nobody changed. */
final class Accounts {
  private final GeneratedGuests generated;
  private final NavigableMap<String, User> stored = new TreeMap<>();
  private final Map<String, DeletedUser> bin = new TreeMap<>();

  /** Generated guests that are stored, in the bin or purged. */
  private final Set<String> replaced = new HashSet<>();

  private final ListLag lag = new ListLag();

  Accounts(GeneratedGuests generated) {
    this.generated = generated;
  }

  void listLag(Duration duration) {
    lag.set(duration);
  }

  /** A user nobody had before, or as it is from now on. */
  void put(User user, Instant now) {
    String id = user.id();
    lag.replaced(id, user(id, now).orElse(null), now);
    own(id);
    stored.put(id, user);
  }

  private void own(String id) {
    if (generated.indexOf(id).isPresent()) {
      replaced.add(id);
    }
  }

  Optional<User> user(String id, Instant now) {
    var known = stored.get(id);
    if (known != null) {
      return Optional.of(asOf(known, now));
    }
    var number = unchanged(id);
    return number.isPresent()
        ? Optional.of(generated.guest(number.getAsInt(), now))
        : Optional.empty();
  }

  /** Generated guests go on signing in after a change, as long as they are not disabled. */
  private User asOf(User known, Instant now) {
    var number = generated.indexOf(known.id());
    if (number.isEmpty() || !known.accountEnabled()) {
      return known;
    }
    var rhythm = generated.signIns(number.getAsInt(), now);
    if (rhythm == null) {
      return known;
    }
    return known.signedIn(known.signIns() == null ? rhythm : known.signIns().orLater(rhythm));
  }

  private OptionalInt unchanged(String id) {
    return replaced.contains(id) ? OptionalInt.empty() : generated.indexOf(id);
  }

  Optional<User> userByName(String userPrincipalName, Instant now) {
    var number = generated.indexOfName(userPrincipalName);
    return number.isPresent()
        ? user(generated.id(number.getAsInt()), now)
        : stored.values().stream()
            .filter(user -> user.userPrincipalName().equalsIgnoreCase(userPrincipalName))
            .findFirst()
            .flatMap(user -> user(user.id(), now));
  }

  boolean exists(String id) {
    return stored.containsKey(id) || unchanged(id).isPresent();
  }

  /** The first live user after an id. */
  Optional<User> firstAfter(String after, Instant now) {
    String id = least(stored.higherKey(after), unchangedAfter(after));
    return id == null ? Optional.empty() : user(id, now);
  }

  /** The first user after an id that a list shows, which may lag behind. */
  Optional<User> firstListedAfter(String after, Instant now) {
    Instant asOf = lag.asOf(now);
    String id = after;
    while (true) {
      id = least(least(stored.higherKey(id), lag.idAfter(id)), unchangedAfter(id));
      if (id == null) {
        return Optional.empty();
      }
      var version = lag.instead(id, asOf);
      var shown = version.isEmpty() ? user(id, asOf) : Optional.ofNullable(version.get().user());
      if (shown.isPresent()) {
        return shown;
      }
    }
  }

  private @Nullable String unchangedAfter(String id) {
    for (int number = generated.firstAfter(id); number < generated.count(); number++) {
      String next = generated.id(number);
      if (!replaced.contains(next)) {
        return next;
      }
    }
    return null;
  }

  private static @Nullable String least(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  long countGuests() {
    return stored.values().stream().filter(User::guest).count()
        + generated.count()
        - replaced.size();
  }

  /** Moves a user to the bin; false when there is no such user. */
  boolean delete(String id, Instant now) {
    var user = user(id, now);
    user.ifPresent(gone -> {
      lag.replaced(id, gone, now);
      own(id);
      stored.remove(id);
      bin.put(id, new DeletedUser(gone, now));
    });
    return user.isPresent();
  }

  /** Brings a user back as it was; false when it is not in the bin. */
  boolean restore(String id, Instant now) {
    var deleted = bin.remove(id);
    if (deleted == null) {
      return false;
    }
    put(deleted.user(), now);
    return true;
  }

  List<DeletedUser> bin() {
    return List.copyOf(bin.values());
  }

  Optional<DeletedUser> inBin(String id) {
    return Optional.ofNullable(bin.get(id));
  }

  /** Takes those out of the bin whose time is over. */
  List<DeletedUser> purge(Instant now) {
    var due = bin.values().stream().filter(deleted -> !deleted.purgedAt().isAfter(now)).toList();
    due.forEach(deleted -> bin.remove(deleted.user().id()));
    return due;
  }
}
