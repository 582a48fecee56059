package io.gatehouse.temporal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.guest.Outcome;
import io.gatehouse.rehearsal.DeskScene;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lifecycle and a desk behind the codec; at the end of each test their histories replay. */
class EncryptedGuestTest {
  @RegisterExtension final Tenant tenant = new Tenant(SomeKeys.converter());
  @RegisterExtension final DeskScene desk = new DeskScene(SomeKeys.converter());

  @Test
  void a_removal_goes_the_same_way_and_its_history_gives_nothing_away() {
    tenant.next(Effect.DISABLE, new EffectOutcome.GateClosed("closed by hand"));
    tenant.fails("look", FailureType.FORBIDDEN, "AuditLog.Read.All is not granted");
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(4));
    tenant.looksAgain();
    tenant.passes(Duration.ofDays(90));

    WorkflowExecutionHistory history = tenant.town().history(WorkflowIds.guest(Tenant.ANN));
    assertThat(Payloads.plain(history))
        .as("what the SDK notes of a local activity: its type, id, attempt and times")
        .allMatch(each ->
            each.matches(
                "\"ProveSender\"|\"[0-9a-f-]{36}\"|\\d+|\\{\"firstSkd\":\\d+,\"atpt\":1,\"backoff\":null}"));
    assertThat(Payloads.legible(history))
        .contains("binary/encrypted")
        .doesNotContain("AuditLog.Read.All")
        .doesNotContain("answer of the sponsor")
        .doesNotContain("closed by hand")
        .doesNotContain("opening-1");
  }

  @Test
  void details_are_read_and_messages_heard_through_it() {
    tenant.opens();
    assertThat(tenant.details()).contains("waiting for an answer");
    tenant.holds(Duration.ofDays(5));
    tenant.releases();
    tenant.operatorSays(Choice.KEEP);

    assertThat(tenant.closing().outcome()).isEqualTo(Outcome.KEPT);
  }

  @Test
  void the_desk_is_asked_and_tells_lifecycles_through_it() {
    desk.opens("ann");
    desk.asks("ann", 1);
    desk.passes(Duration.ofDays(5));

    assertThat(desk.heardBy("ann")).hasSize(1);
    assertThat(desk.deskIsOpen()).isFalse();
    assertThat(Payloads.legible(desk.town().history(DeskScene.DESK)))
        .doesNotContain("opening-of-ann")
        .doesNotContain("mail to");
  }
}
