package io.gatehouse.graph;

import io.gatehouse.graph.Credential.StaticToken;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.write.DirectoryWriter;
import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.graph.GraphServer;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;

/** A sandbox tenant, and connections to it as its registrations. */
public final class TryTenant implements AutoCloseable {

  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(7, clock);
  private final GraphServer server = new GraphServer(tenant, clock, 0);
  private final GraphConnection observer = connection(AppRegistration.OBSERVER);
  private final GraphConnection actor = connection(AppRegistration.ACTOR);

  public Tenant tenant() {
    return tenant;
  }

  public GraphServer server() {
    return server;
  }

  public MovableClock clock() {
    return clock;
  }

  public DirectoryReader reader() {
    return new DirectoryReader(observer);
  }

  public DirectoryWriter writer() {
    return new DirectoryWriter(actor);
  }

  public DirectoryWriter writerWithoutRights() {
    return new DirectoryWriter(observer);
  }

  public String idOf(NamedGuest guest) {
    return tenant.idOf(guest);
  }

  private GraphConnection connection(AppRegistration app) {
    return new GraphConnection(
        server.baseUrl(), new StaticToken(app.token()), new CallBudget(clock), clock);
  }

  @Override
  public void close() {
    server.close();
  }
}
