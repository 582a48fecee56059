package io.gatehouse.worker.host;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.GraphSettings;
import io.gatehouse.graph.CallBudget;
import io.gatehouse.graph.Credential;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.write.DirectoryWriter;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The directory's sides, each under a registration and a budget of its own.
 *
 * @param reader for scans and sponsors
 * @param acting null for a process that never changes the directory
 */
public record Directories(DirectoryReader reader, @Nullable Acting acting) {

  /** Looks and changes: looks are the acting side's own, so that no scan eats their budget. */
  public record Acting(DirectoryReader looker, DirectoryWriter writer) {}

  public static Directories of(GraphSettings settings, Clock clock) {
    GraphSettings.Acting acting = settings.acting();
    return new Directories(
        new DirectoryReader(connection(settings, settings.reader(), clock)),
        acting == null
            ? null
            : new Acting(
                new DirectoryReader(connection(settings, acting.looker(), clock)),
                new DirectoryWriter(connection(settings, acting.writer(), clock))));
  }

  private static GraphConnection connection(
      GraphSettings settings, GraphCredential credential, Clock clock) {
    return new GraphConnection(
        URI.create(settings.baseUrl()), credential(credential), new CallBudget(clock), clock);
  }

  private static Credential credential(GraphCredential credential) {
    return switch (credential) {
      case GraphCredential.Static fixed -> new Credential.StaticToken(fixed.token());
      case GraphCredential.Certificate c ->
          new Credential.Certificate(c.tenantId(), c.clientId(), c.file(), c.password());
      case GraphCredential.Workload w ->
          new Credential.WorkloadIdentity(w.tenantId(), w.clientId(), w.tokenFile());
      case GraphCredential.Managed m -> new Credential.ManagedIdentity(m.clientId());
    };
  }
}
