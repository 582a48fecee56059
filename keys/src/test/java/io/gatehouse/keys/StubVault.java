package io.gatehouse.keys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Azure Key Vault's wrapKey and unwrapKey as its REST contract has them, over TLS on this machine:
 * a request without a token is answered with the challenge that names where to get one.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/keyvault/keys/unwrap-key">unwrap-key</a>
 */
final class StubVault implements AutoCloseable {
  static final String TOKEN = "stub-token";
  static final String VERSION = "78deebed173b48e48f55abf87ed4cf71";

  private static final String PASSWORD = "changeit";
  private static final Pattern PATH =
      Pattern.compile("/keys/gatehouse(?:/([0-9a-f]{32}))?/?/(wrapkey|unwrapkey)");
  private static final Pattern VALUE = Pattern.compile("\"value\":\"([A-Za-z0-9_-]+)\"");

  private final HttpsServer server;
  private final SSLContext tls;
  private final KeyPair key;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  StubVault(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
    key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    tls = tls(folder);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", this::answer);
    server.start();
  }

  String keyAddress() {
    return "https://127.0.0.1:%d/keys/gatehouse".formatted(server.getAddress().getPort());
  }

  /** Trusts this vault's certificate. */
  SSLContext tls() {
    return tls;
  }

  /** Method, path and whether a token came along, in order. */
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                authorization == null ? "without a token" : "with a token"));
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    if (authorization == null) {
      exchange
          .getResponseHeaders()
          .add(
              "WWW-Authenticate",
              "Bearer authorization=\"https://login.example.com/tenant\", resource=\"https://vault.azure.net\"");
      send(exchange, 401, error("Unauthorized"));
    } else if (!authorization.equals("Bearer " + TOKEN)) {
      send(exchange, 403, error("Forbidden"));
    } else if (!path.matches()) {
      send(exchange, 404, error("KeyNotFound"));
    } else {
      compute(exchange, path.group(1), path.group(2), body);
    }
  }

  private void compute(HttpExchange exchange, String version, String what, String body)
      throws IOException {
    Matcher value = VALUE.matcher(body.replace(" ", ""));
    boolean known = version == null ? what.equals("wrapkey") : version.equals(VERSION);
    if (!known || !value.find() || !body.contains("RSA-OAEP-256")) {
      send(exchange, 400, error("BadParameter"));
      return;
    }
    try {
      Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
      rsa.init(
          what.equals("wrapkey") ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
          what.equals("wrapkey") ? key.getPublic() : key.getPrivate(),
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
      byte[] result = rsa.doFinal(Base64.getUrlDecoder().decode(value.group(1)));
      send(
          exchange,
          200,
          "{\"kid\":\"%s/%s\",\"value\":\"%s\"}"
              .formatted(
                  keyAddress(),
                  VERSION,
                  Base64.getUrlEncoder().withoutPadding().encodeToString(result)));
    } catch (GeneralSecurityException notWrappedHere) {
      send(exchange, 400, error("BadParameter"));
    }
  }

  private static String error(String code) {
    return "{\"error\":{\"code\":\"%s\",\"message\":\"stub\"}}".formatted(code);
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static SSLContext tls(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = folder.resolve("vault.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "vault",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-validity",
                "36500",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("vault", store.getCertificate("vault"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
