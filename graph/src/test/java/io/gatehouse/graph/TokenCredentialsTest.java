package io.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.graph.Credential.Certificate;
import io.gatehouse.graph.Credential.ManagedIdentity;
import io.gatehouse.graph.Credential.WorkloadIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCredentialsTest {

  private static final BaseUrl GRAPH = BaseUrl.of(GraphConnection.PUBLIC_CLOUD);

  @TempDir static Path folder;

  private static Path pfx;
  private static Path pem;

  @BeforeAll
  static void make_a_certificate() throws Exception {
    pfx = folder.resolve("actor.pfx");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=actor",
                "-storetype",
                "PKCS12",
                "-storepass",
                "correct",
                "-keystore",
                pfx.toString())
            .redirectErrorStream(true)
            .start();
    made.getInputStream().readAllBytes();
    assertThat(made.waitFor()).isZero();
    var store = KeyStore.getInstance(pfx.toFile(), "correct".toCharArray());
    pem = folder.resolve("actor.pem");
    Files.writeString(
        pem,
        block("PRIVATE KEY", store.getKey("a", "correct".toCharArray()).getEncoded())
            + block("CERTIFICATE", store.getCertificate("a").getEncoded()));
  }

  @Test
  void a_pem_and_a_pfx_file_with_its_password_are_accepted() {
    assertThat(TokenCredentials.of(certificate(pem, null), GRAPH)).isNotNull();
    assertThat(TokenCredentials.of(certificate(pfx, "correct"), GRAPH)).isNotNull();
  }

  @Test
  void both_files_tell_how_long_their_certificate_holds() {
    var fromPem = CertificateFile.open(certificate(pem, null));
    var fromPfx = CertificateFile.open(certificate(pfx, "correct"));

    assertThat(fromPem.holdsUntil())
        .isEqualTo(fromPfx.holdsUntil())
        .isAfter(Clock.systemUTC().instant()); // keytool gives ninety days
  }

  @Test
  void a_pfx_file_without_a_private_key_is_one_clear_sentence() throws Exception {
    var store = KeyStore.getInstance(pfx.toFile(), "correct".toCharArray());
    var other = KeyStore.getInstance("PKCS12");
    other.load(null, null);
    other.setCertificateEntry("a", store.getCertificate("a"));
    Path keyless = folder.resolve("keyless.pfx");
    try (var out = Files.newOutputStream(keyless)) {
      other.store(out, "correct".toCharArray());
    }

    assertRefused(
        certificate(keyless, "correct"),
        "The certificate file %s cannot be opened (no private key in it): give a PEM file with certificate and private key, or a PFX file with its password."
            .formatted(keyless));
  }

  @Test
  void identities_of_the_platform_need_no_secret() throws IOException {
    var token = Files.writeString(folder.resolve("token"), "x");

    assertThat(TokenCredentials.of(new WorkloadIdentity("tenant", "client", token), GRAPH))
        .isNotNull();
    assertThat(TokenCredentials.of(new ManagedIdentity(null), GRAPH)).isNotNull();
  }

  @Test
  void a_missing_certificate_is_one_clear_sentence() {
    var missing = folder.resolve("missing.pem");

    assertRefused(
        certificate(missing, null),
        "The certificate file %s does not exist: put the certificate with its private key there, or correct the path."
            .formatted(missing));
  }

  @Test
  void a_folder_is_no_certificate() {
    assertRefused(
        certificate(folder, null),
        "The certificate file %s cannot be read: make it a file that this user may read."
            .formatted(folder));
  }

  @Test
  void a_certificate_without_its_key_is_refused_at_start() throws IOException {
    var lone = folder.resolve("lone.pem");
    Files.writeString(
        lone, Files.readString(pem).replaceAll("(?s)^.*END PRIVATE KEY-----\\s*", ""));

    assertRefused(
        certificate(lone, null),
        "The certificate file %s holds no unencrypted private key: append it in PEM form, or use a PFX file with a password."
            .formatted(lone));
  }

  @Test
  void a_key_without_its_certificate_is_refused_at_start() throws IOException {
    var lone = folder.resolve("key.pem");
    Files.writeString(lone, Files.readString(pem).replaceAll("(?s)-----BEGIN CERT.*", ""));

    assertThatThrownBy(() -> TokenCredentials.of(certificate(lone, null), GRAPH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The certificate file %s cannot be opened", lone);
  }

  @Test
  void a_wrong_password_is_found_at_start() {
    assertThatThrownBy(() -> TokenCredentials.of(certificate(pfx, "wrong"), GRAPH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The certificate file %s cannot be opened", pfx)
        .hasMessageEndingWith("or a PFX file with its password.");
  }

  @Test
  void a_missing_token_file_is_one_clear_sentence() {
    var missing = folder.resolve("no-token");

    assertRefused(
        new WorkloadIdentity("tenant", "client", missing),
        "The federated token file %s does not exist or cannot be read: mount it, or configure another credential."
            .formatted(missing));
  }

  private static void assertRefused(Credential credential, String sentence) {
    assertThatThrownBy(() -> TokenCredentials.of(credential, GRAPH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  private static Certificate certificate(Path file, @Nullable String password) {
    return new Certificate("11111111-2222-3333-4444-555555555555", "client", file, password);
  }

  private static String block(String kind, byte[] bytes) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes), kind);
  }
}
