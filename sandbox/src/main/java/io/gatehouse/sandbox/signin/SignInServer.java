package io.gatehouse.sandbox.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Signs in whichever employee one chooses, with whichever app role: authorization code with PKCE,
 * discovery, keys, id tokens with Entra's claims. Asks for no password: the tenant is invented.
 */
public final class SignInServer implements AutoCloseable {
  /** The registration of the pages. */
  public static final String CLIENT_ID = "c11e4700-0000-4000-8000-000000000001";

  private static final Duration CODE_HOLDS = Duration.ofMinutes(1);
  private static final Duration TOKEN_HOLDS = Duration.ofHours(1);

  /** Browsers and pages find it there, whatever address it listens on. */
  private static final String HOST = "http://" + SignInOptions.LOOPBACK + ":";

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Gson gson = new Gson();
  private final IdTokens tokens = new IdTokens();
  private final Map<String, Consent> codes = new ConcurrentHashMap<>();
  private final Tenant tenant;
  private final Clock clock;
  private final String secret;
  private volatile @Nullable X509Certificate certificate;

  /** Starts on a free port of this machine. */
  public SignInServer(Tenant tenant, Clock clock) {
    this(tenant, clock, SignInOptions.anywhere());
  }

  /**
   * Starts the server.
   *
   * @param clock a real one: whoever checks a token compares it with theirs
   * @throws RuntimeException with one sentence when it cannot listen there
   */
  public SignInServer(Tenant tenant, Clock clock, SignInOptions options) {
    this.tenant = tenant;
    this.clock = clock;
    this.secret = options.secret();
    http = listen(options);
    http.setExecutor(threads);
    http.createContext("/", this::serve);
    http.start();
  }

  private static HttpServer listen(SignInOptions at) {
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.ofLiteral(at.address()), at.port()), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The sandbox's sign-in cannot listen on %s:%d (%s): stop what uses the port or choose another."
              .formatted(at.address(), at.port(), e.getMessage()),
          e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The sandbox's sign-in cannot listen on \"%s:%d\": give an IP address and a port from 0 to 65535."
              .formatted(at.address(), at.port()),
          e);
    }
  }

  /**
   * From here on the client has to prove itself by this certificate: its secret is worth nothing.
   */
  public void register(X509Certificate ofClient) {
    certificate = ofClient;
  }

  public String issuer() {
    return HOST + http.getAddress().getPort() + "/" + tenant.id() + "/v2.0";
  }

  /** What the pages prove themselves by, as long as no certificate is registered. */
  public String secret() {
    return secret;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replaceFirst("^/[^/]+/v2\\.0", "");
      switch (path) {
        case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
        case "/keys" -> json(exchange, 200, tokens.keySet());
        case "/authorize" -> choose(exchange);
        case "/chosen" -> chosen(exchange);
        case "/token" -> token(exchange);
        default -> json(exchange, 404, Map.of("error", "not_found"));
      }
    }
  }

  private Map<String, Object> discovery() {
    return Map.of(
        "issuer", issuer(),
        "authorization_endpoint", issuer() + "/authorize",
        "token_endpoint", issuer() + "/token",
        "jwks_uri", issuer() + "/keys",
        "response_types_supported", List.of("code"),
        "subject_types_supported", List.of("pairwise"),
        "id_token_signing_alg_values_supported", List.of("RS256"),
        "scopes_supported", List.of("openid", "profile"),
        "code_challenge_methods_supported", List.of("S256"));
  }

  private void choose(HttpExchange exchange) throws IOException {
    Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
    boolean usable =
        isForPages(asked)
            && "code".equals(asked.get("response_type"))
            && "S256".equals(asked.get("code_challenge_method"))
            && asked.containsKey("code_challenge");
    if (!usable) {
      json(exchange, 400, Map.of("error", "invalid_request"));
      return;
    }
    send(exchange, 200, "text/html; charset=utf-8", ChoicePage.of(issuer() + "/chosen", asked));
  }

  private void chosen(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(exchange);
    Optional<Employee> who =
        Employee.named(form.getOrDefault("who", "")).filter(Employee::stillEmployed);
    if (who.isEmpty() || !isForPages(form)) {
      json(exchange, 400, Map.of("error", "invalid_request"));
      return;
    }
    Employee employee = who.get();
    String code = UUID.randomUUID().toString();
    codes.put(
        code,
        new Consent(
            form.getOrDefault("client_id", ""),
            form.getOrDefault("redirect_uri", ""),
            form.getOrDefault("code_challenge", ""),
            form.getOrDefault("nonce", ""),
            tenant.idOf(employee),
            employee.displayName(),
            List.of(form.getOrDefault("role", "")),
            clock.instant().plus(CODE_HOLDS)));
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            form.getOrDefault("redirect_uri", "")
                + "?code="
                + code
                + "&state="
                + URLEncoder.encode(form.getOrDefault("state", ""), UTF_8));
    exchange.sendResponseHeaders(302, -1);
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(exchange);
    Consent consent = codes.remove(form.getOrDefault("code", ""));
    if (consent == null || !isRedeemed(consent, form) || !isClient(exchange, form)) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    Instant now = clock.instant();
    var claims = new TreeMap<String, Object>();
    claims.put("iss", issuer());
    claims.put("aud", CLIENT_ID);
    claims.put("sub", "pairwise-" + consent.objectId());
    claims.put("oid", consent.objectId());
    claims.put("tid", tenant.id());
    claims.put("name", consent.name());
    claims.put("roles", consent.roles());
    claims.put("nonce", consent.nonce());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(TOKEN_HOLDS).getEpochSecond());
    json(
        exchange,
        200,
        Map.of(
            "token_type",
            "Bearer",
            "expires_in",
            TOKEN_HOLDS.toSeconds(),
            "access_token",
            "of-no-use",
            "id_token",
            tokens.sign(claims)));
  }

  private boolean isRedeemed(Consent consent, Map<String, String> form) {
    return "authorization_code".equals(form.get("grant_type"))
        && consent.redirectUri().equals(form.get("redirect_uri"))
        && consent.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))
        && consent.expiresAt().isAfter(clock.instant());
  }

  /** By its certificate once one is registered, else by the secret (RFC 6749, section 2.3.1). */
  private boolean isClient(HttpExchange exchange, Map<String, String> form) {
    X509Certificate registered = certificate;
    if (registered != null) {
      return ClientProof.holds(
          form.getOrDefault("client_assertion", ""),
          registered,
          CLIENT_ID,
          issuer() + "/token",
          clock.instant());
    }
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String basic =
        "Basic " + Base64.getEncoder().encodeToString((CLIENT_ID + ":" + secret).getBytes(UTF_8));
    return basic.equals(header)
        || (CLIENT_ID.equals(form.get("client_id")) && secret.equals(form.get("client_secret")));
  }

  /** Nobody is sent anywhere but to pages on this machine. */
  private static boolean isForPages(Map<String, String> asked) {
    return CLIENT_ID.equals(asked.get("client_id"))
        && asked.getOrDefault("redirect_uri", "").startsWith(HOST);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    return query(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static Map<String, String> query(@Nullable String text) {
    var values = new TreeMap<String, String>();
    for (String pair : (text == null ? "" : text).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        values.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return values;
  }

  private void json(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
    send(exchange, status, "application/json", gson.toJson(body));
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.close();
  }
}
