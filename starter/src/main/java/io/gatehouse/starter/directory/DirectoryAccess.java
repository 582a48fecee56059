package io.gatehouse.starter.directory;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.GraphSettings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.graph.CallBudget;
import io.gatehouse.graph.Credential;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.read.DirectoryReader;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;

/** Opens the directory's reading side as the reading registration. */
public final class DirectoryAccess {
  private DirectoryAccess() {}

  /**
   * Nothing is sent yet.
   *
   * @throws StartProblem when the settings cannot work
   */
  public static DirectoryReader open(GraphSettings settings, Clock clock) {
    try {
      return new DirectoryReader(
          new GraphConnection(
              URI.create(settings.baseUrl()),
              credential(Objects.requireNonNull(settings.reader(), "the part GRAPH")),
              new CallBudget("reader", clock),
              clock));
    } catch (IllegalArgumentException e) {
      throw new StartProblem(String.valueOf(e.getMessage()), e);
    }
  }

  /** As the graph side calls it. */
  public static Credential credential(GraphCredential credential) {
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
