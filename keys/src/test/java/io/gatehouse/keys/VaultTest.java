package io.gatehouse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import io.gatehouse.config.EncryptionSettings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.temporal.codec.DataKey;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** The vault's real client against its REST contract. */
class VaultTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path folder = Path.of("");

  private final List<String> scopes = new CopyOnWriteArrayList<>();
  private StubVault stub;

  @BeforeEach
  void open() throws Exception {
    stub = new StubVault(folder);
  }

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void a_key_is_wrapped_when_it_is_made_and_unwrapped_at_the_start() {
    Vault vault = vault(stub.keyAddress(), StubVault.TOKEN);
    NewKey made = NewKey.wrapped(CLOCK, vault);
    assertThat(made.value()).startsWith(StubVault.VERSION + ":");

    List<DataKey> opened = stored(made).open(vault::unwrap);

    assertThat(opened).extracting(DataKey::id).containsExactly(made.id());
    assertThat(scopes)
        .as("asked for by the challenge")
        .contains("https://vault.azure.net/.default");
    assertThat(stub.asked())
        .as("the key itself is never fetched")
        .allMatch(line -> line.startsWith("POST /keys/gatehouse"))
        .anyMatch(line -> line.endsWith("/wrapkey without a token"))
        .anyMatch(line -> line.endsWith(StubVault.VERSION + "/unwrapkey with a token"));
  }

  @Test
  void a_registration_that_may_not_unwrap_is_told_what_to_check() {
    NewKey made = NewKey.wrapped(CLOCK, vault(stub.keyAddress(), StubVault.TOKEN));
    Vault stranger = vault(stub.keyAddress(), "somebody-else");

    assertThatThrownBy(() -> stored(made).open(stranger::unwrap))
        .isInstanceOf(StartProblem.class)
        .hasMessage(
            "The vault's key %s did not unwrap the key %s (it answered 403): check that our registration may wrap and unwrap with it."
                .formatted(stub.keyAddress(), made.id()));
  }

  @Test
  void a_key_that_another_version_wrapped_is_told_so() {
    Vault vault = vault(stub.keyAddress(), StubVault.TOKEN);
    NewKey made = NewKey.wrapped(CLOCK, vault);
    var other = new NewKey(made.id(), made.value().replace(StubVault.VERSION, "0".repeat(32)));

    assertThatThrownBy(() -> stored(other).open(vault::unwrap))
        .hasMessageContaining("(it answered 400): check that the key and its version exist");
  }

  @Test
  void a_vault_that_is_not_there_is_named() {
    stub.close();

    assertThatThrownBy(() -> NewKey.wrapped(CLOCK, vault(stub.keyAddress(), StubVault.TOKEN)))
        .isInstanceOf(StartProblem.class)
        .hasMessage(
            "The vault's key %s did not wrap a new key (it does not answer): check GATEHOUSE_KEYS_VAULT_KEY and the way to it."
                .formatted(stub.keyAddress()));
  }

  @Test
  void a_sign_in_that_fails_is_told_apart() {
    TokenCredential refused =
        _ -> Mono.error(new ClientAuthenticationException("no such application", null));

    assertThatThrownBy(() -> NewKey.wrapped(CLOCK, vault(stub.keyAddress(), refused)))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining(
            "(we cannot sign in there): check GATEHOUSE_KEYS_VAULT_KIND and what belongs to it.")
        .hasMessageNotContaining("no such application");
  }

  private static StoredKeys stored(NewKey key) {
    return StoredKeys.read(
        new EncryptionSettings(key.id(), key.id() + "=" + key.value(), null, null, null));
  }

  private Vault vault(String address, String token) {
    return vault(
        address,
        request -> {
          scopes.addAll(request.getScopes());
          return Mono.just(new AccessToken(token, OffsetDateTime.MAX));
        });
  }

  private Vault vault(String address, TokenCredential credential) {
    var http = HttpClient.newBuilder().sslContext(stub.tls());
    return new Vault(
        address,
        credential,
        builder ->
            builder
                .httpClient(new JdkHttpClientBuilder(http).build())
                .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))))
                // A loopback address is not below vault.azure.net, which the client checks.
                .disableChallengeResourceVerification());
  }
}
