package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.tenant.NamedGuest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForbiddenQueriesTest extends ServedTenant {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$filter | signInActivity/lastSignInDateTime le 2025-01-01T00:00:00Z and userType eq 'Guest'",
        "$filter | userType ne 'Guest'",
        "$filter | userType eq 'Guest' or accountEnabled eq true",
        "$filter | userType eq 'Guest' and",
        "$filter | createdDateTime le yesterday",
        "$filter | displayName eq 'Maria'",
        "$filter | externalUserStateChangeDateTime ge 2025-01-01T00:00:00Z",
        "$expand | manager",
        "$expand | sponsors($select=favouriteColour)",
        "$expand | sponsors($select=signInActivity)",
        "$skip | 10",
        "$top | 0",
        "$top | many",
        "$select | id,favouriteColour"
      })
  void graph_does_not_answer_this_query(String option, String value) throws Exception {
    assertThat(observer.get("/users", option, value).status()).isEqualTo(400);
  }

  @Test
  void a_page_of_a_thousand_is_refused_with_the_sentence_of_graph() throws Exception {
    var answer = observer.get("/users", "$top", "1000");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message())
        .isEqualTo("Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.");
  }

  @Test
  void expand_does_not_go_with_advanced_queries() throws Exception {
    var answer =
        observer
            .with("ConsistencyLevel", "eventual")
            .get("/users", "$expand", "sponsors", "$count", "true");

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void expand_does_not_go_with_sign_in_activity() throws Exception {
    var answer =
        observer.get("/users", "$select", "id,signInActivity", "$expand", "sponsors($select=id)");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("Request_UnsupportedQuery");
  }

  @Test
  void a_property_kept_elsewhere_is_not_implemented_on_a_list() throws Exception {
    assertThat(observer.get("/users", "$select", "id,aboutMe").status()).isEqualTo(501);
    assertThat(observer.get(path(NamedGuest.EXCLUDED), "$select", "aboutMe").status())
        .isEqualTo(200);
  }

  @Test
  void sign_in_activity_needs_the_object_id() throws Exception {
    String name = tenant.guest(NamedGuest.PLAINLY_STALE).userPrincipalName().replace("#", "%23");

    assertThat(observer.get("/users/" + name).status()).isEqualTo(200);
    assertThat(observer.get("/users/" + name, "$select", "signInActivity").status()).isEqualTo(400);
  }

  @Test
  void sign_in_activity_needs_a_premium_licence() throws Exception {
    server.turnOn(Quirk.NO_PREMIUM_LICENCE);

    var answer = observer.get("/users", "$filter", GUESTS, "$select", "id,signInActivity");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("Authentication_RequestFromNonPremiumTenantOrB2CTenant");
    assertThat(observer.get("/users", "$filter", GUESTS, "$select", "id").status()).isEqualTo(200);
  }

  @Test
  void a_path_the_sandbox_does_not_know_is_named_without_ids() throws Exception {
    var answer = observer.get(path(NamedGuest.EXCLUDED) + "/messages");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).endsWith("GET /users/{id}/messages.");
  }
}
