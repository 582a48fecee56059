package io.gatehouse.graph.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.NotFound;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.gatehouse.graph.GraphFailure.Transient;
import io.gatehouse.graph.TryTenant;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangingTheSandboxTest {

  private final TryTenant tenant = new TryTenant();
  private final String guest = tenant.idOf(NamedGuest.PLAINLY_STALE);

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Test
  void disable_delete_and_restore_each_happen_once_under_the_receipts_request_id() {
    var disabled = tenant.writer().setAccountEnabled(guest, false);
    assertThat(tenant.reader().guest(guest).accountEnabled()).isFalse();
    var deleted = tenant.writer().delete(guest);
    assertThat(tenant.reader().deleted(guest))
        .hasValueSatisfying(
            it -> assertThat(it.deletedDateTime()).isEqualTo(tenant.clock().instant()));
    var restored = tenant.writer().restore(guest);
    assertThat(tenant.reader().deleted(guest)).isEmpty();
    assertThat(tenant.reader().guest(guest).accountEnabled()).isFalse();
    var enabled = tenant.writer().setAccountEnabled(guest, true);

    assertThat(tenant.tenant().auditLog())
        .extracting(entry -> entry.activity() + " " + entry.requestId())
        .containsExactly(
            "Disable account " + disabled.requestId(),
            "Delete user " + deleted.requestId(),
            "Restore user " + restored.requestId(),
            "Enable account " + enabled.requestId());
  }

  @Test
  void a_role_holder_cannot_be_changed() {
    var holder = tenant.idOf(NamedGuest.ROLE_HOLDER);

    var disable =
        catchThrowableOfType(
            GraphException.class, () -> tenant.writer().setAccountEnabled(holder, false));
    var delete = catchThrowableOfType(GraphException.class, () -> tenant.writer().delete(holder));

    assertThat(disable.failure()).isEqualTo(new Forbidden("Authorization_RequestDenied"));
    assertThat(delete.failure()).isEqualTo(new Forbidden("Authorization_RequestDenied"));
  }

  @Test
  void the_observers_registration_cannot_write() {
    var failed =
        catchThrowableOfType(
            GraphException.class, () -> tenant.writerWithoutRights().delete(guest));

    assertThat(failed.failure()).isEqualTo(new Forbidden("Authorization_RequestDenied"));
    assertThat(tenant.tenant().auditLog()).isEmpty();
  }

  @Test
  void a_second_delete_and_a_second_restore_find_nothing() {
    tenant.writer().delete(guest);
    var delete = catchThrowableOfType(GraphException.class, () -> tenant.writer().delete(guest));
    tenant.writer().restore(guest);
    var restore = catchThrowableOfType(GraphException.class, () -> tenant.writer().restore(guest));

    assertThat(delete.failure()).isEqualTo(new NotFound());
    assertThat(restore.failure()).isEqualTo(new NotFound());
  }

  @Test
  void a_write_that_took_effect_before_the_connection_broke_is_transient_and_not_repeated() {
    tenant
        .server()
        .faults()
        .inject("DELETE", "^/users/", 1, new Fault.ConnectionCut(Moment.AFTER_THE_EFFECT));

    var failed = catchThrowableOfType(GraphException.class, () -> tenant.writer().delete(guest));

    assertThat(failed.failure()).isInstanceOf(Transient.class);
    assertThat(tenant.server().served()).hasSize(1);
    assertThat(tenant.reader().deleted(guest)).isPresent();
  }

  @Test
  void faults_on_the_way_are_the_kinds_they_should_be() {
    var faults = tenant.server().faults();
    faults.inject("PATCH", ".", 1, new Fault.Unavailable(503, Moment.BEFORE_THE_EFFECT));
    faults.inject("PATCH", ".", 1, new Fault.HtmlBadGateway());
    faults.inject("PATCH", ".", 1, new Fault.Throttled(Duration.ofMinutes(5)));
    faults.inject("GET", ".", 1, new Fault.JsonCut());

    assertThat(failureOfDisable().failure()).isEqualTo(new Transient("status 503"));
    assertThat(failureOfDisable().failure()).isEqualTo(new Transient("status 502"));
    assertThat(failureOfDisable().failure()).isEqualTo(new Throttled(Duration.ofMinutes(5)));
    var read = catchThrowableOfType(GraphException.class, () -> tenant.reader().person(guest));
    assertThat(read.failure()).isInstanceOf(BrokenAnswer.class);
    assertThat(tenant.reader().person(guest).accountEnabled()).isTrue();
  }

  private GraphException failureOfDisable() {
    return catchThrowableOfType(
        GraphException.class, () -> tenant.writer().setAccountEnabled(guest, false));
  }
}
