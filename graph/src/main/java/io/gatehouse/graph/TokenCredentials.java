package io.gatehouse.graph;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import io.gatehouse.graph.Credential.Certificate;
import io.gatehouse.graph.Credential.ManagedIdentity;
import io.gatehouse.graph.Credential.StaticToken;
import io.gatehouse.graph.Credential.WorkloadIdentity;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import reactor.core.publisher.Mono;

/**
 * Turns a configured credential into the SDK's, and finds a wrong one at start instead of at the
 * first call.
 */
final class TokenCredentials {

  private TokenCredentials() {}

  /**
   * Builds the credential. It caches its tokens, so build it once per process.
   *
   * @throws IllegalArgumentException with one sentence for the operator when it cannot work
   */
  static TokenCredential of(Credential credential, BaseUrl graph) {
    return switch (credential) {
      case Certificate certificate -> certificate(certificate);
      case WorkloadIdentity workload -> workload(workload);
      case ManagedIdentity(var clientId) ->
          new ManagedIdentityCredentialBuilder().clientId(clientId).build();
      case StaticToken(var token) -> fixed(token, graph);
    };
  }

  private static TokenCredential certificate(Certificate certificate) {
    var file = certificate.file().toString();
    var builder =
        new ClientCertificateCredentialBuilder()
            .tenantId(certificate.tenantId())
            .clientId(certificate.clientId())
            .sendCertificateChain(true);
    switch (CertificateFile.open(certificate).format()) {
      case PEM -> builder.pemCertificate(file);
      case PFX -> builder.pfxCertificate(file).clientCertificatePassword(certificate.password());
    }
    return builder.build();
  }

  private static TokenCredential workload(WorkloadIdentity workload) {
    if (!Files.isReadable(workload.tokenFile())) {
      throw new IllegalArgumentException(
          ("The federated token file %s does not exist or cannot be read: mount it, or "
                  + "configure another credential.")
              .formatted(workload.tokenFile()));
    }
    return new WorkloadIdentityCredentialBuilder()
        .tenantId(workload.tenantId())
        .clientId(workload.clientId())
        .tokenFilePath(workload.tokenFile().toString())
        .build();
  }

  private static TokenCredential fixed(String token, BaseUrl graph) {
    if (!graph.isLoopback()) {
      throw new IllegalArgumentException(
          ("A static token is for the sandbox on this computer only, and Graph is configured "
                  + "at %s: use a certificate, a workload identity or a managed identity.")
              .formatted(graph));
    }
    return _ -> Mono.just(new AccessToken(token, OffsetDateTime.MAX));
  }
}
