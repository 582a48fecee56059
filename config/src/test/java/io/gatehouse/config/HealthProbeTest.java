package io.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the health checks of docker-compose.yml ask with. */
class HealthProbeTest {
  private HttpServer server;
  private String address = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(
              Integer.parseInt(exchange.getRequestURI().getPath().substring(1)), -1);
          exchange.close();
        });
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void who_answers_is_well_also_when_saying_no() {
    assertThat(HealthProbe.flaw(address + "/200")).isEmpty();
    assertThat(HealthProbe.flaw(address + "/401")).isEmpty();
  }

  @Test
  void who_is_not_ready_or_not_there_is_not_well_and_the_words_say_which() {
    assertThat(HealthProbe.flaw(address + "/503")).contains("answers 503");
    server.stop(0);
    assertThat(HealthProbe.flaw(address + "/200").orElse("")).startsWith("does not answer");
  }
}
