package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** A fresh tenant with its server, and one caller per app registration. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ServedTenant {
  static final String GUESTS = "userType eq 'Guest'";

  final MovableClock clock = new MovableClock();
  final Tenant tenant = new Tenant(7, clock);
  final GraphServer server = new GraphServer(tenant, clock, 0);
  final GraphCaller observer = new GraphCaller(server, AppRegistration.OBSERVER);
  final GraphCaller looker = new GraphCaller(server, AppRegistration.LOOKER);
  final GraphCaller actor = new GraphCaller(server, AppRegistration.ACTOR);

  String path(NamedGuest guest) {
    return "/users/" + tenant.idOf(guest);
  }

  String binPath(NamedGuest guest) {
    return "/directory/deletedItems/" + tenant.idOf(guest);
  }

  @AfterEach
  void stop() {
    observer.close();
    looker.close();
    actor.close();
    server.close();
  }
}
