package io.gatehouse.graph.read;

import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.ObjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The people of one group. Nested groups, devices and applications are left out. */
record GroupCalls(GraphConnection graph, ObjectCalls calls) {

  private static final int LARGEST_PAGE = 999;
  private static final GraphCall OWNERS = new GraphCall("GET /groups/{id}/owners", Bucket.READ);
  private static final GraphCall MEMBERS = new GraphCall("GET /groups/{id}/members", Bucket.READ);

  List<String> ownerIds(String groupId) {
    var ids = new TreeMap<String, Person>();
    owners(groupId, new String[] {"id"}, owner -> ids.put(owner.id(), owner));
    return List.copyOf(ids.keySet());
  }

  /**
   * Reads the whole group, because Graph promises no order and who is asked must not depend on it;
   * keeps no more than {@code atMost} people in memory.
   *
   * @param fits who is looked for; all others count for nothing
   */
  List<Person> people(String groupId, Predicate<Person> fits, int atMost) {
    if (atMost < 1) {
      throw new IllegalArgumentException(
          "At least one person of a group must be asked for, got %d.".formatted(atMost));
    }
    var owners = new First(fits, atMost);
    owners(groupId, Person.SELECT, owners);
    var people = new LinkedHashMap<>(owners.byId);
    if (people.size() < atMost) {
      var members = new First(fits, atMost);
      members(groupId, members);
      members.byId.forEach(people::putIfAbsent);
    }
    return people.values().stream().limit(atMost).toList();
  }

  private void owners(String groupId, String[] select, Consumer<Person> found) {
    var owners = graph.requests().groups().byGroupId(ObjectId.require(groupId)).owners();
    calls.each(
        OWNERS,
        owners.toGetRequestInformation(get -> get.queryParameters.select = select),
        link -> owners.withUrl(link).toGetRequestInformation(),
        owner -> ifUser(owner, found));
  }

  private void members(String groupId, Consumer<Person> found) {
    var members = graph.requests().groups().byGroupId(ObjectId.require(groupId)).members();
    calls.each(
        MEMBERS,
        members.toGetRequestInformation(get -> {
          get.queryParameters.select = Person.SELECT;
          get.queryParameters.top = LARGEST_PAGE;
        }),
        link -> members.withUrl(link).toGetRequestInformation(),
        member -> ifUser(member, found));
  }

  private static void ifUser(Properties entry, Consumer<Person> found) {
    if (entry.type().equals("#microsoft.graph.user")) {
      found.accept(Person.of(entry));
    }
  }

  /** The first people in id order of all that come by and fit. */
  private record First(Predicate<Person> fits, int atMost, TreeMap<String, Person> byId)
      implements Consumer<Person> {
    First(Predicate<Person> fits, int atMost) {
      this(fits, atMost, new TreeMap<>());
    }

    @Override
    public void accept(Person person) {
      if (!fits.test(person)) {
        return;
      }
      byId.put(person.id(), person);
      if (byId.size() > atMost) {
        byId.pollLastEntry();
      }
    }
  }
}
