package io.gatehouse.graph.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.graph.Credential;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassTest {
  private static String token(String claims) {
    return "e30."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8))
        + ".c2ln";
  }

  @Test
  void the_roles_are_those_that_an_administrator_consented_to() {
    var token =
        token(
            """
            {"tid":"t","appid":"a","roles":["User.Read.All","AuditLog.Read.All"],"iat":1}\
            """);

    assertThat(Pass.read(token))
        .isEqualTo(new Pass.Readable("t", "a", Set.of("AuditLog.Read.All", "User.Read.All")));
  }

  @Test
  void without_any_consent_there_are_no_roles() {
    assertThat(Pass.read(token("{\"tid\":\"t\",\"appid\":\"a\"}")))
        .isEqualTo(new Pass.Readable("t", "a", Set.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox-observer", "a.b", "a.!.c", "e30.bm8ganNvbg.c", "e30.W10.c"})
  void whatever_else_a_token_is_it_says_nothing(String token) {
    assertThat(Pass.read(token)).isEqualTo(new Pass.Opaque());
  }

  @Test
  void a_token_is_asked_for_as_every_call_does() {
    var base = URI.create("http://127.0.0.1:9/v1.0");

    assertThat(Pass.of(base, new Credential.StaticToken("fixed"), Duration.ofSeconds(5)))
        .isEqualTo(new Pass.Opaque());
  }
}
