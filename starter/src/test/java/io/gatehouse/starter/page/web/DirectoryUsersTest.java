package io.gatehouse.starter.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** A person is their object id in the directory, or nobody. */
class DirectoryUsersTest {
  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

  @Test
  void a_token_without_an_object_id_signs_nobody_in() {
    assertThatThrownBy(() -> new DirectoryUsers().loadUser(request(Map.of())))
        .isInstanceOf(OAuth2AuthenticationException.class)
        .hasMessageContaining("no claim oid");
  }

  @Test
  void a_token_with_one_signs_in() {
    String id = "0b9c5c1e-7d0a-4c5e-9a53-2f1a6f5e7b10";

    assertThat(new DirectoryUsers().loadUser(request(Map.of("oid", id))).getClaimAsString("oid"))
        .isEqualTo(id);
  }

  private static OidcUserRequest request(Map<String, Object> more) {
    var registration =
        ClientRegistration.withRegistrationId("entra")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientId("pages")
            .redirectUri("http://127.0.0.1/login")
            .authorizationUri("http://127.0.0.1/authorize")
            .tokenUri("http://127.0.0.1/token")
            .userNameAttributeName("sub")
            .build();
    var access =
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER, "access", NOW, NOW.plusSeconds(60));
    var claims = new HashMap<String, Object>(more);
    claims.put("sub", "pairwise");
    return new OidcUserRequest(
        registration, access, new OidcIdToken("id", NOW, NOW.plusSeconds(60), claims));
  }
}
