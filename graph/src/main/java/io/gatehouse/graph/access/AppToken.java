package io.gatehouse.graph.access;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.gatehouse.graph.Credential;
import io.gatehouse.graph.GraphConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Tokens of one app registration for one service; the identity library keeps them until they end.
 */
public final class AppToken {
  /**
   * Mail of one mailbox by SMTP (Learn: authenticate SMTP by OAuth); another token than Graph's.
   */
  public static final String EXCHANGE_ONLINE = "https://outlook.office365.com/.default";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TokenCredential credential;
  private final String scope;

  private AppToken(TokenCredential credential, String scope) {
    this.credential = credential;
    this.scope = scope;
  }

  /**
   * Nothing is asked for yet.
   *
   * @throws IllegalArgumentException with one sentence for the operator when it cannot work
   */
  public static AppToken of(Credential credential, String scope) {
    return new AppToken(GraphConnection.tokens(GraphConnection.PUBLIC_CLOUD, credential), scope);
  }

  /** The same for Graph itself, where a sandbox may stand in for it. */
  public static AppToken ofGraph(URI baseUrl, Credential credential) {
    return new AppToken(GraphConnection.tokens(baseUrl, credential), GraphConnection.SCOPE);
  }

  /**
   * A token that holds for a while.
   *
   * @throws RuntimeException of the identity library when none is given
   */
  public String value() {
    AccessToken token =
        credential.getToken(new TokenRequestContext().addScopes(scope)).block(PATIENCE);
    return Objects.requireNonNull(token, "no token").getToken();
  }
}
