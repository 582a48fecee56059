package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Extend;
import io.gatehouse.attestation.Message;
import io.gatehouse.attestation.Reassign;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Restore;
import io.gatehouse.attestation.Retry;
import io.gatehouse.attestation.Voice;
import io.gatehouse.rehearsal.BilledActions;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.temporal.WorkflowIds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message counts when its sender is proved; the brake works without. */
class SenderTest {
  private static final String OPENING = Tenant.ANN.openingId();

  @RegisterExtension final Tenant tenant = new Tenant();

  static List<Message> allButHold() {
    return List.of(
        new Decision(OPENING, "a", Voice.OPERATOR, 0, Choice.KEEP, LocalDate.of(2027, 6, 30)),
        new Decision(OPENING, "a", Voice.SPONSOR, 1, Choice.REMOVE, null),
        new Release(OPENING, "a"),
        new Extend(OPENING, "a", 3),
        new Reassign(OPENING, "a", "zoe"),
        new Retry(OPENING, "a"),
        new Restore(OPENING, "a"));
  }

  @ParameterizedTest
  @MethodSource("allButHold")
  void what_nobody_signed_is_refused_and_says_how_to_do_it(Message message) {
    tenant.opens();

    assertThat(tenant.refusalOf(() -> tenant.sendsUnsigned(message)))
        .startsWith("Who sent this is not proved (nobody signed it), and without that only hold")
        .contains("./gatehouse guest " + message.action().word());
    assertThat(BilledActions.of(tenant.town().history(WorkflowIds.guest(Tenant.ANN)).getEvents()))
        .as("it is refused before it costs anything")
        .doesNotContain("update");
  }

  @Test
  void a_forged_signature_decides_nothing() {
    tenant.opens();
    var remove = new Decision(OPENING, "a", Voice.OPERATOR, 0, Choice.REMOVE, null);

    assertThat(tenant.refusalOf(() -> tenant.sendsForged(remove)))
        .startsWith("Who sent this is not proved (the signature does not belong to it)");
    tenant.passes(Duration.ofDays(13));
    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "0d not proved: decide REMOVE until null, as OPERATOR in round 0");
  }

  @Test
  void anybody_may_hold_and_that_stays_recorded_as_not_proved() {
    tenant.opens();
    Receipt receipt = tenant.sendsUnsigned(tenant.holdOf(Duration.ofDays(5)));
    tenant.sendsForged(tenant.holdOf(Duration.ofDays(9)));
    tenant.passes(Duration.ofDays(25));

    assertThat(receipt.sentence()).startsWith("On hold");
    assertThat(tenant.journal()).filteredOn(line -> line.contains("not proved: hold")).hasSize(2);
    assertThat(tenant.journal()).contains("23d asks mia, MANAGER, round 2");
  }

  @Test
  void a_hold_of_somebody_unproved_is_released_by_somebody_proved_only() {
    tenant.opens();
    tenant.sendsUnsigned(tenant.holdOf(Duration.ofDays(50)));

    assertThat(tenant.refusalOf(() -> tenant.sendsUnsigned(new Release(OPENING, "a"))))
        .startsWith("Who sent this is not proved");
    assertThat(tenant.releases().sentence()).isEqualTo("Released: the lifecycle goes on.");
  }

  @Test
  void somebody_unproved_does_not_shorten_a_hold() {
    tenant.opens();
    tenant.holds(Duration.ofDays(50));

    String refusal = "The lifecycle is on hold until 2027-01-09T08:00:0";
    assertThat(tenant.refusalOf(() -> tenant.sendsUnsigned(tenant.holdOf(Duration.ofDays(1)))))
        .startsWith(refusal);
    assertThat(tenant.refusalOf(() -> tenant.sendsForged(tenant.holdOf(Duration.ofDays(1)))))
        .startsWith(refusal);
  }

  @Test
  void what_made_sense_when_it_came_is_looked_at_again_once_its_sender_is_proved() {
    tenant.opens();
    String refusal =
        refusalOfWhatWaits(() -> tenant.sponsorSays(Choice.NOT_MINE, 1), tenant::removesNow);

    assertThat(refusal).isEqualTo("Somebody else is being asked already, or has decided.");
  }

  @Test
  void a_lifecycle_that_ends_meanwhile_answers_before_it_goes() {
    tenant.opens();
    String refusal = refusalOfWhatWaits(() -> tenant.holds(Duration.ofDays(1)), tenant::keepsNow);

    assertThat(refusal).isEqualTo("The lifecycle is closed.");
    assertThat(tenant.closing().outcome()).isEqualTo(Outcome.KEPT);
  }

  /** The store is away for both attempts of the first message, and back for the second one's. */
  private String refusalOfWhatWaits(Runnable first, Runnable second) {
    var away = new CountDownLatch(2);
    Runnable fails =
        () -> {
          away.countDown();
          throw new IllegalStateException("the store is away");
        };
    tenant.during("proveSender", fails);
    tenant.during("proveSender", fails);
    var refusal = CompletableFuture.supplyAsync(() -> tenant.refusalOf(first));
    assertThat(waited(away)).as("both attempts were made").isTrue();
    second.run();
    tenant.passes(Duration.ofSeconds(5));
    return refusal.join();
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
