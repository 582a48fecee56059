package io.gatehouse.worker.observe;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.GraphSettings;
import io.gatehouse.graph.access.AppToken;
import io.gatehouse.observe.Component;
import io.gatehouse.worker.house.Registrations;
import io.gatehouse.worker.mail.Smtp;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a worker needs for the queues it works on. */
public final class WorkerComponents {
  /** A mail server counts connections. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private WorkerComponents() {}

  /** Whether the mail server takes our connection and our account; sends nothing. */
  public static Component mail(Smtp smtp) {
    return Component.needed(
        "mail",
        MINUTE,
        "the mail server does not take our connection",
        () -> {
          smtp.probe();
          return "";
        });
  }

  /**
   * Whether each registration gets a token. Asks the sign-in service only, so no quota of Graph.
   */
  public static List<Component> tokens(GraphSettings graph) {
    var found = new ArrayList<Component>();
    add(found, "reader", graph, graph.reader());
    GraphSettings.Acting acting = graph.acting();
    if (acting != null) {
      add(found, "looker", graph, acting.looker());
      add(found, "writer", graph, acting.writer());
    }
    return found;
  }

  private static void add(
      List<Component> to, String name, GraphSettings graph, @Nullable GraphCredential credential) {
    if (credential == null) {
      return;
    }
    var token = AppToken.ofGraph(URI.create(graph.baseUrl()), Registrations.credential(credential));
    to.add(
        Component.needed(
            "graph-token-" + name,
            MINUTE,
            "no token is given to the registration of GATEHOUSE_GRAPH_%s_*"
                .formatted(name.toUpperCase(Locale.ROOT)),
            () -> {
              token.value();
              return "";
            }));
  }
}
