package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./gatehouse dev} as a developer starts and ends it: interrupted and told to end are one.
 */
@Tag("long")
class DevProcessTest {
  private static final Pattern UI = Pattern.compile("Temporal UI  (http://[^/]+)/");
  private static final Pattern PAGES = Pattern.compile("Pages {8}(http://[^/]+)/");

  @TempDir private static Path home;

  @Test
  void it_shows_its_ui_and_its_pages_and_ends_all_that_it_started_when_told() throws Exception {
    assumeTrue(
        System.getenv("CI") != null || TemporalCli.find(System.getenv()).isPresent(),
        "SKIPPED: the temporal command is not there, see .ci/peers");
    Path output = home.resolve("output");
    var builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DevMain.class.getName(),
                "--day",
                "20s",
                "--ui-port",
                "0",
                "--port",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("GATEHOUSE_HOME", home.toString());
    Process dev = builder.start();
    try {
      RealHouse.until(() -> said(output).contains("Ctrl-C ends everything") || !dev.isAlive());
      assertThat(said(output)).contains("Gatehouse dev: 80 guests, a day lasts 20s");
      String ui = address(UI, output);
      assertThat(status(ui + "/api/v1/namespaces/default")).isEqualTo(200);
      assertThat(status(address(PAGES, output) + "/health")).isEqualTo(200);

      dev.toHandle().destroy(); // as Ctrl-C, which a test under nohup would have ignored

      assertThat(dev.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(said(output))
          .contains("Stopped: everything that was started here is ended.")
          .doesNotContain("ERROR", "\tat ");
      assertThat(status(ui)).as("its Temporal is gone too").isZero();
    } finally {
      dev.descendants().forEach(ProcessHandle::destroyForcibly);
      dev.destroyForcibly();
    }
  }

  private static String said(Path output) {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(Pattern pattern, Path output) {
    var found = pattern.matcher(said(output));
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  /** 0 where nobody listens. */
  private static int status(String address) throws InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException nobody) {
      return 0;
    }
  }
}
