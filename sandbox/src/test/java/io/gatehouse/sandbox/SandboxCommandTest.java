package io.gatehouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.sandbox.tenant.AppRegistration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxCommandTest {
  private static final Pattern CURL =
      Pattern.compile("curl -H 'Authorization: (Bearer [^']+)' '([^']+)'");

  private final MovableClock clock = new MovableClock();

  private Sandbox started(String... arguments) {
    var command = new SandboxCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.start(clock);
  }

  @Test
  void without_a_word_it_has_four_hundred_guests_and_forty_sponsors() {
    try (var sandbox = started("--graph-port", "0")) {
      assertThat(sandbox.tenant().countGuests()).isEqualTo(400);
      assertThat(sandbox.tenant().colleagues()).hasSize(29);
    }
  }

  @Test
  void size_and_seed_are_taken_as_told() {
    try (var one = started("--graph-port", "0", "--guests", "1000", "--seed", "5");
        var two = started("--graph-port", "0", "--sponsors", "12")) {
      assertThat(one.tenant().countGuests()).isEqualTo(1_000);
      assertThat(two.tenant().colleagues()).hasSize(1);
      assertThat(one.tenant().id()).isNotEqualTo(two.tenant().id());
    }
  }

  @Test
  void too_many_guests_are_refused_before_anything_runs() {
    assertThatThrownBy(() -> started("--guests", "2000000").close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1,000,000");
  }

  @Test
  void the_line_to_paste_reads_guests_as_it_stands() throws Exception {
    try (var sandbox = started("--graph-port", "0")) {
      String text = new Welcome(sandbox).text();
      var curl = CURL.matcher(text);
      assertThat(curl.find()).isTrue();

      assertThat(status(curl.group(2), curl.group(1))).isEqualTo(200);
      assertThat(text)
          .contains(sandbox.tenant().id(), sandbox.graph().baseUrl().toString())
          .contains(AppRegistration.LOOKER.token(), AppRegistration.ACTOR.token());
    }
  }

  @Test
  void without_throttle_the_eleventh_read_of_a_minute_is_answered_too() throws Exception {
    try (var throttled = started("--graph-port", "0");
        var free = started("--graph-port", "0", "--no-throttle")) {
      assertThat(eleventh(throttled)).isEqualTo(429);
      assertThat(eleventh(free)).isEqualTo(200);
    }
  }

  private static int eleventh(Sandbox sandbox) throws Exception {
    String users = sandbox.graph().baseUrl() + "/users?$select=id,signInActivity&$top=1";
    String bearer = "Bearer " + AppRegistration.OBSERVER.token();
    for (int i = 0; i < 10; i++) {
      assertThat(status(users, bearer)).isEqualTo(200);
    }
    return status(users, bearer);
  }

  private static int status(String url, String authorization) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url.replace("$", "%24")))
            .header("Authorization", authorization)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
