package io.gatehouse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static Event event(Map<String, Object> fields, Map<String, String> personal) {
    return new Event("guest.disabled", "k1", NOON, "s-1", fields, personal);
  }

  @Test
  void an_event_without_personal_values_always_has_the_same_bytes() {
    var sealed =
        event(Map.of("attempt", 2, "enabledAfter", false), Map.of()).seal(new SecureRandom());

    assertThat(sealed.body())
        .isEqualTo(
            "{\"at\":\"2026-03-02T12:00:00Z\",\"attempt\":2,\"enabledAfter\":false,\"key\":\"k1\","
                + "\"kind\":\"guest.disabled\",\"subject\":\"s-1\"}");
    assertThat(sealed.leafHash()).isEqualTo(SealedEvent.leafHash(sealed.bytes()));
    assertThat(sealed.disclosures()).isEmpty();
  }

  @Test
  void
      leaf_hashes_are_those_of_RFC_6962() { // known answers of Certificate Transparency's own tests
    assertThat(SealedEvent.leafHash(new byte[0]))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(SealedEvent.leafHash("L123456".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  }

  @Test
  void a_personal_value_is_in_the_body_only_as_a_commitment_its_disclosure_opens() {
    var sealed = event(Map.of(), Map.of("guest", "ann@example.com")).seal(new SecureRandom());

    assertThat(sealed.body()).doesNotContain("ann").doesNotContain("example.com");
    assertThat(sealed.disclosures()).hasSize(1);
    var disclosure = sealed.disclosures().getFirst();
    var commitment = Commitment.to("ann@example.com", HexFormat.of().parseHex(disclosure.salt()));
    assertThat(sealed.body()).contains("\"guest\":{\"commitment\":\"" + commitment + "\"}");
    assertThat(disclosure.opens(commitment)).isTrue();
    assertThat(new Disclosure("guest", disclosure.salt(), "bob@example.com").opens(commitment))
        .isFalse();
  }

  @Test
  void each_field_of_each_event_has_a_salt_of_its_own() {
    var event = event(Map.of(), Map.of("guest", "Ann", "sponsor", "Ann"));
    var random = new SecureRandom();

    assertThat(event.seal(random).disclosures())
        .extracting(Disclosure::salt)
        .doesNotHaveDuplicates();
    assertThat(event.seal(random).body()).isNotEqualTo(event.seal(random).body());
  }

  @Test
  void nothing_personal_is_shown_when_an_event_is_logged() {
    var event = event(Map.of(), Map.of("guest", "ann@example.com"));

    assertThat(event.toString() + event.seal(new SecureRandom())).doesNotContain("ann@example.com");
  }

  @Test
  void an_event_about_nobody_has_no_subject() {
    var sealed =
        new Event("policy.applied", "p1", NOON, null, Map.of(), Map.of()).seal(new SecureRandom());

    assertThat(sealed.body()).doesNotContain("subject");
  }

  @Test
  void hostile_personal_text_is_committed_to_as_it_can_be_stored() {
    var event = event(Map.of(), Map.of("guest", "An\0n\ud83d \ud83d\ude00"));

    assertThat(event.personal()).containsEntry("guest", "An\ufffdn\ufffd \ud83d\ude00");
  }

  @Test
  void a_field_given_as_public_and_personal_is_refused() {
    assertThatThrownBy(() -> event(Map.of("guest", 1), Map.of("guest", "Ann")))
        .hasMessage("field guest of event k1 is given twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "key", "at", "subject"})
  void a_field_cannot_take_the_name_of_the_events_own_fields(String own) {
    assertThatThrownBy(() -> event(Map.of(own, 1), Map.of())).hasMessageContaining("given twice");
    assertThatThrownBy(() -> event(Map.of(), Map.of(own, "x"))).hasMessageContaining("given twice");
  }
}
