package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.graph.StubGraph;
import io.gatehouse.graph.read.GuestAnswer.Readable;
import io.gatehouse.graph.read.SignInDate.Absent;
import io.gatehouse.graph.read.SignInDate.Malformed;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestDetailsTest {

  private static final String ID = "11111111-0000-0000-0000-000000000001";

  private StubGraph graph;

  @BeforeEach
  void start() throws IOException {
    graph = new StubGraph();
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "\"yesterday\",yesterday",
        "12345,12345",
        "true,true",
        "\" \",' '",
        "\"2026-13-01T00:00:00Z\",2026-13-01T00:00:00Z"
      })
  void a_malformed_sign_in_date_stays_visible_and_costs_nothing_else(String json, String text) {
    graph.answers(
        page(
            "{\"id\":\"%s\",\"signInActivity\":{\"lastSignInDateTime\":%s,\"lastSuccessfulSignInDateTime\":null}}"
                .formatted(ID, json)));

    assertThat(signIns())
        .isEqualTo(new SignInDates(new Malformed(text), new Absent(), new Absent(), true));
  }

  @Test
  void sign_in_activity_that_is_no_object_is_malformed_in_all_three_dates() {
    graph.answers(page("{\"id\":\"%s\",\"signInActivity\":\"none\"}".formatted(ID)));

    var malformed = new Malformed("\"none\"");
    assertThat(signIns()).isEqualTo(new SignInDates(malformed, malformed, malformed, true));
  }

  @Test
  void a_null_sign_in_activity_is_no_object() {
    graph.answers(page("{\"id\":\"%s\",\"signInActivity\":null}".formatted(ID)));

    assertThat(signIns())
        .isEqualTo(new SignInDates(new Absent(), new Absent(), new Absent(), false));
  }

  @Test
  void malformed_text_is_kept_only_in_part() {
    assertThat(new Malformed("x".repeat(1_000)).text()).hasSize(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "\"\"", "\"0001-01-01T00:00:00Z\"", "\"soon\"", "1700000000", "{}"})
  void a_date_of_redemption_that_is_none_costs_nothing_but_itself(String json) {
    assertThat(guest("\"externalUserStateChangeDateTime\":" + json).stateChanged()).isNull();
  }

  @Test
  void the_date_of_redemption_is_read() {
    assertThat(guest("\"externalUserStateChangeDateTime\":\"2026-01-02T03:04:05Z\"").stateChanged())
        .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'signInType':'federated','issuer':'ExternalAzureAD','issuerAssignedId':null}]",
        "[{'signInType':'federated','issuer':'mail'}]",
        "[{'signInType':'Federated','issuer':'google.com'}]",
        "[{'signInType':'emailAddress','issuer':'fabrikam.example.com'}]",
        "[{'signInType':'userPrincipalName','issuer':'contoso.example.com'},"
            + "{'signInType':'federated','issuer':'ExternalAzureAD'}]",
        "['x',null,{'signInType':'federated','issuer':'MicrosoftAccount'}]"
      })
  void an_identity_of_another_directory_or_provider_makes_an_account_external(String identities) {
    assertThat(guest("\"identities\":" + identities.replace('\'', '"')).external()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "'federated'",
        "{'signInType':'federated','issuer':'mail'}",
        "[null,7,{}]",
        "[{'signInType':7,'issuer':'mail'}]",
        "[{'signInType':'federated'}]",
        "[{'signInType':'federated','issuer':null}]",
        "[{'signInType':'userPrincipalName','issuer':'contoso.example.com'}]",
        "[{'signInType':'userName','issuer':'contoso.example.com'}]",
        "[{'signInType':'emailAddress','issuer':'contoso.example.com'},"
            + "{'signInType':'userPrincipalName','issuer':'Contoso.example.com'}]"
      })
  void an_account_of_the_tenant_itself_or_without_readable_identities_is_not_external(
      String identities) {
    assertThat(guest("\"identities\":" + identities.replace('\'', '"')).external()).isFalse();
  }

  private SignInDates signIns() {
    return first().signIns();
  }

  private DirectoryGuest guest(String property) {
    graph.answers(page("{\"id\":\"%s\",%s}".formatted(ID, property)));
    return first();
  }

  private DirectoryGuest first() {
    return ((Readable) graph.reader().guests(null, 500).guests().getFirst()).guest();
  }

  private static StubGraph.Answer page(String entry) {
    return StubGraph.json(200, "{\"value\":[%s]}".formatted(entry));
  }
}
