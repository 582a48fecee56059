package io.gatehouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.sandbox.mail.PostOffice;
import io.gatehouse.sandbox.tenant.TenantSize;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxTest {
  private final MovableClock clock = new MovableClock();

  @Test
  void two_sandboxes_run_side_by_side_on_ports_of_their_own() {
    try (var one = Sandbox.start(SandboxOptions.of(1, clock));
        var two = Sandbox.start(SandboxOptions.of(1, clock))) {
      assertThat(one.graph().baseUrl()).isNotEqualTo(two.graph().baseUrl());
      assertThat(one.postOffice().port()).isNotEqualTo(two.postOffice().port());
      assertThat(one.tenant().users()).isEqualTo(two.tenant().users());
    }
  }

  @Test
  void it_tells_when_something_happens_next_and_lets_it_happen() {
    try (var sandbox = Sandbox.start(SandboxOptions.of(1, clock))) {
      var next = sandbox.nextDue().orElseThrow();
      assertThat(sandbox.act(clock.instant())).isZero();

      clock.pass(Duration.between(clock.instant(), next));

      assertThat(sandbox.act(clock.instant())).isEqualTo(1);
      assertThat(sandbox.nextDue().orElseThrow()).isAfter(next);
    }
  }

  @Test
  void a_graph_port_in_use_is_said_in_one_sentence_and_nothing_keeps_running() {
    int smtpPort = freePort();
    try (var first = Sandbox.start(SandboxOptions.of(1, clock))) {
      int graphPort = first.graph().baseUrl().getPort();
      var options = new SandboxOptions(1, clock, TenantSize.USUAL, graphPort, smtpPort);

      assertThatThrownBy(() -> Sandbox.start(options).close())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + graphPort);
      assertThat(freePortIs(smtpPort)).isTrue();
    }
  }

  private static int freePort() {
    try (var postOffice = new PostOffice(0)) {
      return postOffice.port();
    }
  }

  private static boolean freePortIs(int port) {
    try (var postOffice = new PostOffice(port)) {
      return postOffice.port() == port;
    }
  }
}
