package io.gatehouse.graph.conformity;

import io.gatehouse.graph.CallBudget;
import io.gatehouse.graph.Credential.StaticToken;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.GroupRef;
import io.gatehouse.graph.read.OwnedRef;
import io.gatehouse.graph.read.SponsorRef.Kind;
import io.gatehouse.graph.write.DirectoryWriter;
import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.graph.GraphServer;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the product can ask, asked about every guest of the sandbox, and everything answered.
 */
final class Conversation {

  private static final int PAGE = 20;

  /** Spares the ten signInActivity reads a minute and the five log reads in ten seconds. */
  private static final Duration BETWEEN_CALLS = Duration.ofSeconds(6);

  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(7, clock);
  private final Set<String> asked = new TreeSet<>();
  private final List<Exchange> exchanges;
  private final List<Exchange> withOthers;

  private Conversation(Schema schema) throws IOException {
    try (var server = new GraphServer(tenant, clock, 0);
        var proxy = new RecordingProxy(server.baseUrl())) {
      var observer = connection(AppRegistration.OBSERVER, proxy);
      var looker = connection(AppRegistration.LOOKER, proxy);
      var writer = new DirectoryWriter(connection(AppRegistration.ACTOR, proxy));
      lists(new DirectoryReader(observer));
      everybody(new DirectoryReader(looker));
      changes(new DirectoryReader(looker), writer);
      this.exchanges = proxy.recorded();
      clock.pass(Duration.ofMinutes(1));
      new OtherClient(schema, tenant, server, proxy.base()).asks();
      this.withOthers = proxy.recorded().subList(exchanges.size(), proxy.recorded().size());
    }
  }

  static Conversation held(Schema schema) throws IOException {
    return new Conversation(schema);
  }

  /** What the product asked, and what came. */
  List<Exchange> exchanges() {
    return exchanges;
  }

  /** What came to a client that asks for more than the product does. */
  List<Exchange> withOthers() {
    return withOthers;
  }

  /** The methods of reader and writer that took part, as {@code name/parameters}. */
  Set<String> asked() {
    return asked;
  }

  private GraphConnection connection(AppRegistration app, RecordingProxy proxy) {
    return new GraphConnection(
        proxy.base(), new StaticToken(app.token()), new CallBudget(clock), clock);
  }

  private void lists(DirectoryReader reader) {
    allPages("guests/2", next -> reader.guests(next, PAGE).nextLink());
    allPages("sponsors/2", next -> reader.sponsors(next, PAGE).nextLink());
    var monthAgo = clock.instant().minus(Duration.ofDays(30));
    allPages("invitations/2", next -> reader.invitations(monthAgo, next).nextLink());
  }

  private void allPages(String method, Function<@Nullable String, @Nullable String> page) {
    asked.add(method);
    String next = null;
    do {
      clock.pass(BETWEEN_CALLS);
      next = page.apply(next);
    } while (next != null);
  }

  private void everybody(DirectoryReader reader) {
    var groups = new TreeSet<String>();
    for (var id : tenant.guests().stream().map(User::id).toList()) {
      ask("guest/1", reader::guest, id);
      ask("account/1", reader::account, id);
      ask("managerId/1", reader::managerId, id);
      ask("roleAssignments/1", reader::roleAssignments, id);
      ask("eligibleRoles/1", reader::eligibleRoles, id);
      for (var owned : ask("ownedObjects/1", reader::ownedObjects, id)) {
        if (owned.kind() == OwnedRef.Kind.GROUP) {
          groups.add(owned.id());
        }
      }
      ask("memberships/1", reader::memberships, id).groups().stream()
          .map(GroupRef::id)
          .forEach(groups::add);
      for (var sponsor : ask("sponsors/1", reader::sponsors, id)) {
        if (sponsor.kind() == Kind.GROUP) {
          groups.add(sponsor.id());
        } else {
          ask("person/1", reader::person, sponsor.id());
        }
      }
    }
    for (var group : groups) {
      ask("groupOwners/1", reader::groupOwners, group);
      ask("groupPeople/3", id -> reader.groupPeople(id, _ -> true, 50), group);
    }
  }

  private void changes(DirectoryReader reader, DirectoryWriter writer) {
    var guest = tenant.idOf(NamedGuest.PLAINLY_STALE);
    ask("setAccountEnabled/2", id -> writer.setAccountEnabled(id, false), guest);
    ask("delete/1", writer::delete, guest);
    ask("deleted/1", reader::deleted, guest);
    ask("restore/1", writer::restore, guest);
    ask("deleted/1", reader::deleted, guest);
    ask("delete/1", writer::delete, tenant.idOf(NamedGuest.NO_SPONSOR)); // stays in the bin
  }

  private <T> T ask(String method, Function<String, T> call, String id) {
    asked.add(method);
    clock.pass(BETWEEN_CALLS);
    return call.apply(id);
  }
}
