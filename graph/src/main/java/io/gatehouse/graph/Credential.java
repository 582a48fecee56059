package io.gatehouse.graph;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who Gatehouse is towards Entra. Prefer a managed or workload identity over a certificate: what is
 * not stored cannot be stolen. There is no client secret on purpose.
 */
public sealed interface Credential {

  /**
   * A certificate with its private key: a PEM file without password, or a PFX file with one or
   * none.
   */
  record Certificate(String tenantId, String clientId, Path file, @Nullable String password)
      implements Credential {
    @Override
    public String toString() {
      return "Certificate[tenantId=%s, clientId=%s, file=%s]".formatted(tenantId, clientId, file);
    }
  }

  /** A token file that the platform renews (Kubernetes), exchanged at Entra by federation. */
  record WorkloadIdentity(String tenantId, String clientId, Path tokenFile) implements Credential {}

  /**
   * The identity of the Azure machine: user-assigned with a client id, system-assigned with null.
   */
  record ManagedIdentity(@Nullable String clientId) implements Credential {}

  /** A fixed token, for the sandbox on this computer only: any other address refuses it. */
  record StaticToken(String token) implements Credential {
    @Override
    public String toString() {
      return "StaticToken[]";
    }
  }
}
