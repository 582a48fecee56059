package io.gatehouse.graph;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.http.middleware.options.RedirectHandlerOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The HTTP client under the SDK, with every silent second send switched off. The SDK's retry
 * handler re-sends PATCH and DELETE too, sleeps in the thread and loses a long Retry-After; OkHttp
 * re-sends on a dead connection, and on a 503 with {@code Retry-After: 0}. Attempts belong to
 * Temporal, where they are seen and counted.
 */
final class GraphHttp {

  private static final Duration WHOLE_CALL = Duration.ofSeconds(20);

  private GraphHttp() {}

  static OkHttpClient client() {
    return GraphClientFactory.create(
            new RequestOption[] {
              new RetryHandlerOption(null, 0, 0), new RedirectHandlerOption(0, null)
            })
        .callTimeout(WHOLE_CALL)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        // Shorter than the servers' own idle limits: a connection they closed would cost us an
        // attempt.
        .connectionPool(new ConnectionPool(5, 20, TimeUnit.SECONDS))
        .addInterceptor(GraphHttp::withFreshId)
        .addNetworkInterceptor(GraphHttp::withoutInvitationToRepeat)
        .build();
  }

  /**
   * The SDK draws one client-request-id per client and repeats it; Graph asks for one per request.
   */
  private static Response withFreshId(Interceptor.Chain chain) throws IOException {
    return chain.proceed(
        chain
            .request()
            .newBuilder()
            .header("client-request-id", UUID.randomUUID().toString())
            .build());
  }

  private static Response withoutInvitationToRepeat(Interceptor.Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    return response.code() == 503 && "0".equals(response.header("Retry-After"))
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }
}
