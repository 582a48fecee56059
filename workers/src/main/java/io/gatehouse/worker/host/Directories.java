package io.gatehouse.worker.host;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.GraphSettings;
import io.gatehouse.graph.CallBudget;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.write.DirectoryWriter;
import io.gatehouse.worker.house.Registrations;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The directory's sides, each under a registration and a budget of its own.
 *
 * @param reader for scans and sponsors; null in a process that does neither
 * @param looker the acting side's own, so that no scan eats its budget; null where nothing acts
 * @param writer null in a process that never changes the directory
 */
record Directories(
    @Nullable DirectoryReader reader,
    @Nullable DirectoryReader looker,
    @Nullable DirectoryWriter writer) {

  static Directories of(GraphSettings settings, Clock clock) {
    GraphSettings.Acting acting = settings.acting();
    return new Directories(
        reader(settings, "reader", settings.reader(), clock),
        acting == null ? null : reader(settings, "looker", acting.looker(), clock),
        acting == null || acting.writer() == null
            ? null
            : new DirectoryWriter(connection(settings, "writer", acting.writer(), clock)));
  }

  private static @Nullable DirectoryReader reader(
      GraphSettings settings, String name, @Nullable GraphCredential credential, Clock clock) {
    return credential == null
        ? null
        : new DirectoryReader(connection(settings, name, credential, clock));
  }

  private static GraphConnection connection(
      GraphSettings settings, String name, GraphCredential credential, Clock clock) {
    return new GraphConnection(
        URI.create(settings.baseUrl()),
        Registrations.credential(credential),
        new CallBudget(name, clock),
        clock);
  }
}
