package io.gatehouse.worker.house;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.graph.Credential;

/** App registrations, from the settings to who asks for tokens. */
public final class Registrations {
  private Registrations() {}

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
