package io.gatehouse.sandbox;

import io.gatehouse.sandbox.graph.GraphServer;
import io.gatehouse.sandbox.mail.PostOffice;
import io.gatehouse.sandbox.people.People;
import io.gatehouse.sandbox.tenant.Story;
import io.gatehouse.sandbox.tenant.Tenant;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A running tenant: directory, Graph, mail, people and what happens by itself. */
public record Sandbox(
    Tenant tenant, GraphServer graph, PostOffice postOffice, People people, Story story)
    implements AutoCloseable {

  /**
   * Starts everything.
   *
   * @throws RuntimeException with one sentence when a port is in use; then nothing runs
   */
  public static Sandbox start(SandboxOptions options) {
    var tenant = new Tenant(options.seed(), options.clock(), options.size());
    var postOffice = new PostOffice(options.smtpPort());
    try {
      var graph = new GraphServer(tenant, options.clock(), options.graphPort());
      return new Sandbox(
          tenant, graph, postOffice, new People(postOffice, tenant), new Story(tenant));
    } catch (RuntimeException e) {
      postOffice.close();
      throw e;
    }
  }

  /** Lets the story go on and everybody act who is due; tells how much happened. */
  public int act(Instant now) {
    return story.act(now) + people.act(now);
  }

  /** When something happens next by itself. */
  public Optional<Instant> nextDue() {
    return Stream.of(story.nextDue(), people.nextDue())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  @Override
  public void close() {
    graph.close();
    postOffice.close();
  }
}
