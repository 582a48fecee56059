package io.gatehouse.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How one app registration signs in. */
public sealed interface GraphCredential {

  /** A fixed token, for a sandbox on this machine. */
  record Static(String token) implements GraphCredential {
    /** Never shows the token: a record's own text would carry it into logs. */
    @Override
    public String toString() {
      return "Static[token]";
    }
  }

  /**
   * A certificate with its private key.
   *
   * @param file PEM or PFX
   * @param password of the file, null when it has none
   */
  record Certificate(String tenantId, String clientId, Path file, @Nullable String password)
      implements GraphCredential {
    /** Never shows the password: a record's own text would carry it into logs. */
    @Override
    public String toString() {
      return "Certificate[%s in %s]".formatted(clientId, file);
    }
  }

  /**
   * A federated workload, such as a Kubernetes service account.
   *
   * @param tokenFile where the platform keeps its token fresh
   */
  record Workload(String tenantId, String clientId, Path tokenFile) implements GraphCredential {}

  /**
   * The identity that Azure gave the machine.
   *
   * @param clientId of a user-assigned identity, null for the system's own
   */
  record Managed(@Nullable String clientId) implements GraphCredential {}
}
