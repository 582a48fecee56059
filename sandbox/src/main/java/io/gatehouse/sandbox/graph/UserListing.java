package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;
import java.util.stream.Stream;

/**
 * The users that a filter lets through, by object id.
 *
 * @param half only the first half of them, see {@link Quirk#HALF_OF_THE_PAGES}
 */
record UserListing(Tenant tenant, UserFilter filter, boolean half) implements Listing<User> {
  @Override
  public Stream<User> after(String key) {
    if (!half) {
      return matching(key);
    }
    return matching("")
        .limit(matching("").count() / 2)
        .filter(user -> user.id().compareTo(key) > 0);
  }

  private Stream<User> matching(String key) {
    return filter.ids().isEmpty()
        ? tenant.usersAfter(key).filter(filter::matches)
        : filter.ids().tailSet(key, false).stream().flatMap(id -> tenant.user(id).stream());
  }

  @Override
  public String key(User user) {
    return user.id();
  }

  /** Walks all users unless all guests are asked for: then the tenant knows the number. */
  @Override
  public long count() {
    return filter.isAllGuests() && !half ? tenant.countGuests() : after("").count();
  }
}
