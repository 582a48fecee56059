package io.gatehouse.keys;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.azure.security.keyvault.keys.cryptography.models.WrapResult;
import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.VaultSettings;
import io.gatehouse.temporal.codec.DataKey;
import java.util.function.UnaryOperator;

/**
 * The key in Azure Key Vault that wraps ours, with RSA-OAEP-256. Wrapping and unwrapping happen in
 * the vault: the roles needed are {@code keys/wrapKey} and {@code keys/unwrapKey}, not reading.
 */
final class Vault {
  private static final KeyWrapAlgorithm ALGORITHM = KeyWrapAlgorithm.RSA_OAEP_256;

  private final String key;
  private final TokenCredential credential;
  private final UnaryOperator<CryptographyClientBuilder> transport;

  Vault(VaultSettings settings) {
    this(settings.key(), credential(settings.credential()), builder -> builder);
  }

  Vault(
      String key, TokenCredential credential, UnaryOperator<CryptographyClientBuilder> transport) {
    this.key = key;
    this.credential = credential;
    this.transport = transport;
  }

  /**
   * @throws StartProblem with a sentence when the vault does not give it
   */
  byte[] unwrap(StoredKey.Wrapped wrapped) {
    try {
      return client(key + "/" + wrapped.version()).unwrapKey(ALGORITHM, wrapped.bytes()).getKey();
    } catch (RuntimeException e) {
      throw problem("unwrap the key " + wrapped.id(), e);
    }
  }

  /** Wraps a key with the newest version of the vault's. */
  StoredKey.Wrapped wrap(DataKey data) {
    try {
      WrapResult result = client(key).wrapKey(ALGORITHM, data.secret().getEncoded());
      String id = result.getKeyId();
      return new StoredKey.Wrapped(
          data.id(), id.substring(id.lastIndexOf('/') + 1), result.getEncryptedKey());
    } catch (RuntimeException e) {
      throw problem("wrap a new key", e);
    }
  }

  private CryptographyClient client(String keyIdentifier) {
    return transport
        .apply(
            new CryptographyClientBuilder()
                .keyIdentifier(keyIdentifier)
                .credential(credential)
                // Otherwise the client fetches the key first, which takes one more permission.
                .disableKeyCaching())
        .buildClient();
  }

  private StartProblem problem(String what, RuntimeException e) {
    String why =
        switch (e) {
          case ClientAuthenticationException _ ->
              "we cannot sign in there): check GATEHOUSE_KEYS_VAULT_KIND and what belongs to it";
          case HttpResponseException answered when answered.getResponse() != null ->
              answered(answered.getResponse().getStatusCode());
          default -> "it does not answer): check GATEHOUSE_KEYS_VAULT_KEY and the way to it";
        };
    return new StartProblem("The vault's key %s did not %s (%s.".formatted(key, what, why), e);
  }

  private static String answered(int status) {
    return "it answered %d): check that %s"
        .formatted(
            status,
            status == 401 || status == 403
                ? "our registration may wrap and unwrap with it"
                : "the key and its version exist, are enabled and wrapped this key");
  }

  private static TokenCredential credential(GraphCredential credential) {
    return switch (credential) {
      case GraphCredential.Certificate c -> certificate(c);
      case GraphCredential.Workload w ->
          new WorkloadIdentityCredentialBuilder()
              .tenantId(w.tenantId())
              .clientId(w.clientId())
              .tokenFilePath(w.tokenFile().toString())
              .build();
      case GraphCredential.Managed m ->
          new ManagedIdentityCredentialBuilder().clientId(m.clientId()).build();
      case GraphCredential.Static _ ->
          throw new IllegalStateException("settings take no fixed token for a vault");
    };
  }

  private static TokenCredential certificate(GraphCredential.Certificate certificate) {
    var builder =
        new ClientCertificateCredentialBuilder()
            .tenantId(certificate.tenantId())
            .clientId(certificate.clientId())
            .sendCertificateChain(true);
    String file = certificate.file().toString();
    return (file.endsWith(".pfx") || file.endsWith(".p12")
            ? builder.pfxCertificate(file).clientCertificatePassword(certificate.password())
            : builder.pemCertificate(file))
        .build();
  }
}
