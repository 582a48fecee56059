package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.Tenant;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody types into the Temporal UI need not be a message at all. */
class GarbledTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  @Test
  void what_is_no_message_is_refused_and_the_lifecycle_goes_on() {
    var retry = Map.of("openingId", Tenant.ANN.openingId(), "actId", "a");
    tenant.opens();
    tenant.passes(Duration.ofDays(1));

    assertThat(tenant.refusalOf(() -> tenant.sendsGarbled("retry", retry, Map.of("role", "KING"))))
        .contains("AppRole");
    assertThat(tenant.refusalOf(() -> tenant.sendsGarbled("retry", retry, Map.of("subject", "me"))))
        .contains("an assertion is whole");
    assertThat(tenant.refusalOf(() -> tenant.sendsGarbled("hold", Map.of("until", "tomorrow"))))
        .contains("until");
    assertThat(tenant.refusalOf(() -> tenant.sendsGarbled("hold", Map.of())))
        .contains("a hold names its openingId, its actId and its until");
    assertThat(tenant.sponsorSays(Choice.KEEP, 1).sentence()).isEqualTo("Keep is recorded.");
  }
}
