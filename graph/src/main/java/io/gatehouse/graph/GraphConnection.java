package io.gatehouse.graph;

import com.azure.core.credential.TokenCredential;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.ResponseHandler;
import com.microsoft.kiota.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Objects;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The way to one tenant's Graph as one app registration: open it once per process, because the
 * credential caches its tokens. The SDK builds requests and authenticates them; what comes back is
 * judged here, before the SDK's parsers, which lose a whole page over one empty date and the status
 * over one HTML body.
 *
 * <p>One call is one request, with a {@code client-request-id} of its own. The exception is a 401
 * with a claims challenge (continuous access evaluation), which the SDK answers once with a new
 * token.
 */
public final class GraphConnection {

  public static final URI PUBLIC_CLOUD = URI.create("https://graph.microsoft.com/v1.0");

  /** What tokens are asked for: everything consented. */
  public static final String SCOPE = "https://graph.microsoft.com/.default";

  static {
    // The SDK traces into the global one, with addresses that hold names of accounts.
    if (!GlobalOpenTelemetry.isSet()) {
      GlobalOpenTelemetry.set(OpenTelemetry.noop());
    }
  }

  private final BaseUrl baseUrl;
  private final CallBudget budget;
  private final Tally tally;
  private final Clock clock;
  private final RequestAdapter adapter;
  private final GraphServiceClient client;

  /**
   * Prepares the connection; nothing is sent yet.
   *
   * @param baseUrl with version, {@link #PUBLIC_CLOUD} or the sandbox's
   * @param budget shared by all connections of the same registration
   * @throws IllegalArgumentException with one sentence for the operator when address or credential
   *     cannot work
   */
  public GraphConnection(URI baseUrl, Credential credential, CallBudget budget, Clock clock) {
    this.baseUrl = BaseUrl.of(baseUrl);
    this.budget = budget;
    this.tally = new Tally(budget.registration());
    this.clock = clock;
    // Hosts must be listed without port: for an unlisted one the SDK silently sends no token.
    var authentication =
        new AzureIdentityAuthenticationProvider(
            TokenCredentials.of(credential, this.baseUrl),
            new String[] {this.baseUrl.host()},
            SCOPE);
    this.adapter =
        new BaseGraphRequestAdapter(authentication, this.baseUrl.toString(), GraphHttp.client());
    this.client = new GraphServiceClient(adapter);
  }

  /**
   * What gets tokens for a credential; it caches them.
   *
   * @throws IllegalArgumentException with one sentence for the operator when it cannot work
   */
  public static TokenCredential tokens(URI baseUrl, Credential credential) {
    return TokenCredentials.of(credential, BaseUrl.of(baseUrl));
  }

  /**
   * The SDK's request builders, for making request informations only; sending is {@link #send}'s.
   */
  public GraphServiceClient requests() {
    return client;
  }

  /**
   * Sends one request and returns its 2xx answer.
   *
   * @throws GraphException for everything else, also before sending when the budget is used up
   */
  public GraphAnswer send(GraphCall call, RequestInformation request) {
    take(call);
    var response = respond(call, request);
    if (response.isSuccessful()) {
      tally.answered();
      return new GraphAnswer(call, response);
    }
    try (response) {
      var failure = FailureOf.answer(response, clock.instant());
      tally.failed(failure);
      if (failure instanceof Throttled(var after)) {
        budget.close(call, after);
      }
      throw GraphException.of(call, failure, response.header("request-id"), null);
    }
  }

  /**
   * Returns the link as it came if it leads to this connection's own scheme, host and port.
   *
   * @throws GraphException with BrokenAnswer for any other: our token follows no link out of Graph
   */
  public String requireOwn(GraphCall call, String nextLink) {
    if (!baseUrl.leadsTo(nextLink)) {
      throw GraphException.broken(call, null, "a nextLink to another address", null);
    }
    return nextLink;
  }

  private void take(GraphCall call) {
    try {
      budget.take(call);
    } catch (GraphException e) {
      tally.heldBack();
      throw e;
    }
  }

  private Response respond(GraphCall call, RequestInformation request) {
    request.setResponseHandler(new Untouched());
    try {
      return Objects.requireNonNull(adapter.sendPrimitive(request, null, Response.class));
    } catch (RuntimeException thrown) {
      var failure = NoAnswer.failure(thrown).orElseThrow(() -> thrown);
      tally.failed(failure);
      throw GraphException.of(call, failure, null, thrown);
    }
  }

  /** Hands the answer over as it came, after authentication and before any parsing. */
  private static final class Untouched implements ResponseHandler {
    @Override
    // Signature and cast are the SDK's: its native type is OkHttp's Response, as respond() asks
    // for.
    @SuppressWarnings({"unchecked", "NonApiType", "TypeParameterUnusedInFormals"})
    public <N, M> M handleResponse(
        N response, @Nullable HashMap<String, ParsableFactory<? extends Parsable>> errorMappings) {
      return (M) response;
    }
  }
}
