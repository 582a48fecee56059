package io.gatehouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.sandbox.signin.SignInServer;
import io.gatehouse.sandbox.tenant.AppRegistration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
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

  private SandboxAlone started(String... arguments) {
    return startedWith("", arguments);
  }

  private SandboxAlone startedWith(String secret, String... arguments) {
    var command = new SandboxCommand();
    var all = new ArrayList<>(List.of("--graph-port", "0", "--sign-in-port", "0"));
    all.addAll(List.of(arguments));
    new CommandLine(command)
        .setOverwrittenOptionsAllowed(true)
        .parseArgs(all.toArray(String[]::new));
    return command.start(clock, secret);
  }

  @Test
  void without_a_word_it_has_four_hundred_guests_and_forty_sponsors() {
    try (var alone = started()) {
      assertThat(alone.sandbox().tenant().countGuests()).isEqualTo(400);
      assertThat(alone.sandbox().tenant().colleagues()).hasSize(29);
    }
  }

  @Test
  void size_and_seed_are_taken_as_told() {
    try (var one = started("--guests", "1000", "--seed", "5");
        var two = started("--sponsors", "12")) {
      assertThat(one.sandbox().tenant().countGuests()).isEqualTo(1_000);
      assertThat(two.sandbox().tenant().colleagues()).hasSize(1);
      assertThat(one.sandbox().tenant().id()).isNotEqualTo(two.sandbox().tenant().id());
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
    try (var alone = started()) {
      String text = new Welcome(alone).text();
      var curl = CURL.matcher(text);
      assertThat(curl.find()).isTrue();

      assertThat(status(curl.group(2), curl.group(1))).isEqualTo(200);
      assertThat(text)
          .contains(alone.sandbox().tenant().id(), alone.sandbox().graph().baseUrl().toString())
          .contains(AppRegistration.LOOKER.token(), AppRegistration.ACTOR.token());
    }
  }

  @Test
  void without_throttle_the_eleventh_read_of_a_minute_is_answered_too() throws Exception {
    try (var throttled = started();
        var free = started("--no-throttle")) {
      assertThat(eleventh(throttled)).isEqualTo(429);
      assertThat(eleventh(free)).isEqualTo(200);
    }
  }

  @Test
  void sign_in_is_offered_and_the_words_say_where_by_whom_and_with_which_secret() throws Exception {
    try (var alone = started();
        var other = started();
        var told = startedWith("said-by-the-environment")) {
      String text = new Welcome(alone).text();
      assertThat(text)
          .contains(alone.signIn().issuer(), SignInServer.CLIENT_ID, alone.signIn().secret())
          .contains("Emma Lindqvist", "Grace Muller")
          .doesNotContain("Frank Weber");
      assertThat(alone.signIn().secret()).hasSize(48).isNotEqualTo(other.signIn().secret());
      assertThat(new Welcome(told).text())
          .contains("as in SANDBOX_SIGN_IN_SECRET")
          .doesNotContain("said-by-the-environment");
      assertThat(told.signIn().secret()).isEqualTo("said-by-the-environment");
      assertThat(status(alone.signIn().issuer() + "/.well-known/openid-configuration", "of nobody"))
          .isEqualTo(200);
    }
  }

  @Test
  void a_port_in_use_or_an_address_that_is_none_is_one_sentence_and_leaves_nothing_running() {
    try (var alone = started()) {
      String used = Integer.toString(URI.create(alone.signIn().issuer()).getPort());
      assertThatThrownBy(() -> started("--sign-in-port", used).close())
          .hasMessageContaining("sign-in cannot listen on 127.0.0.1:" + used);
    }
    assertThatThrownBy(() -> started("--sign-in-address", "nowhere").close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"nowhere:0\": give an IP address");
  }

  private static int eleventh(SandboxAlone alone) throws Exception {
    String users = alone.sandbox().graph().baseUrl() + "/users?$select=id,signInActivity&$top=1";
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
