package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.safety.Judgement;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.safety.SafetyRow;
import io.gatehouse.worker.house.TryHouse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanJudgedTest {
  private final TryHouse house = new TryHouse();
  private final ScanRun run = new ScanRun(house);

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void the_first_scan_is_too_early_and_the_second_is_fit() {
    String first = run.read();
    assertThat(run.judge(first)).isInstanceOf(Judgement.TooEarly.class);
    String second = run.read();
    assertThat(run.judge(second)).isEqualTo(new Judgement.Fit());

    assertThat(run.scan(first).judgement()).isEqualTo("TOO_EARLY");
    assertThat(run.scan(first).reasons()).isNotBlank();
    assertThat(run.scan(second).judgement()).isEqualTo("FIT");
    assertThat(run.scan(second).due()).isEqualTo(32);
    assertThat(run.scan(second).withDates()).isEqualTo(44);
    assertThat(run.scan(second).unknown()).isEqualTo(7);
    assertThat(gate().gateIsOpen()).isTrue();
  }

  @Test
  void judging_again_after_a_crash_says_the_same_and_writes_once() {
    run.look();
    String scan = run.read();

    assertThat(run.judge(scan)).isEqualTo(run.judge(scan));
    assertThat(house.store().ledger().find("scan/" + scan)).isPresent();
  }

  @Test
  void the_ledger_ties_the_judgement_to_the_pages_as_graph_sent_them() {
    String scan = run.read();
    run.judge(scan);

    String manifest = run.scan(scan).manifestHash();
    assertThat(manifest).matches("[0-9a-f]{64}");
    assertThat(house.store().ledger().find("scan/" + scan).orElseThrow().body())
        .contains("\"manifest\":\"" + manifest + "\"");
  }

  @Test
  void half_of_the_pages_lost_is_unfit_closes_the_gate_and_shows_the_reason() {
    run.look();
    house.sandbox().graph().turnOn(Quirk.HALF_OF_THE_PAGES);

    unfit(run.read(), null, "population moved");
  }

  @Test
  void all_dates_gone_is_unfit() {
    run.look();
    house.sandbox().graph().turnOn(Quirk.NO_SIGN_IN_DATES);

    unfit(run.read(), null, "no guest has any sign-in date");
  }

  @Test
  void pages_that_could_not_be_read_are_unfit() {
    run.look();
    String scan = UUID.randomUUID().toString();
    run.recorder().begin(scan);

    unfit(scan, "the tenant has no licence", "not all pages were read: the tenant has no licence");
    assertThat(run.scan(scan).manifestHash())
        .as("what was read is recorded, and the page compares with it")
        .isEqualTo(
            ScanManifest.hash(house.store().scans().manifest(UUID.fromString(scan)).orElseThrow()));
  }

  private void unfit(String scan, @org.jspecify.annotations.Nullable String failure, String why) {
    assertThat(run.recorder().judge(scan, failure)).isInstanceOf(Judgement.Unfit.class);
    assertThat(run.scan(scan).judgement()).isEqualTo("UNFIT");
    assertThat(run.scan(scan).reasons()).contains(why);
    assertThat(gate().gateIsOpen()).isFalse();
    assertThat(gate().gateReason()).startsWith("unfit scan: ").contains(why);
    String hash = String.valueOf(run.scan(scan).manifestHash());
    assertThat(house.store().ledger().find("gate/scan/%s/%s".formatted(scan, hash))).isPresent();
    assertThat(house.store().ledger().find("scan/" + scan)).isPresent();
  }

  @Test
  void an_unfit_scan_does_not_overwrite_why_a_person_closed_the_gate() {
    run.look();
    house.store().safety().closeGate("audit week", house.now(), "a person");
    house.sandbox().graph().turnOn(Quirk.HALF_OF_THE_PAGES);

    run.look();

    assertThat(gate().gateReason()).isEqualTo("audit week");
  }

  @Test
  void an_unfit_scan_is_nothing_later_ones_are_compared_with() {
    run.look();
    house.sandbox().graph().turnOn(Quirk.HALF_OF_THE_PAGES);
    run.look();
    house.sandbox().graph().turnOff(Quirk.HALF_OF_THE_PAGES);

    assertThat(run.look()).isEqualTo(new Judgement.Fit());
  }

  @Test
  void a_missing_guest_is_gone_only_after_a_fit_scan() {
    run.look();
    house
        .tenant()
        .delete(house.idOf(NamedGuest.NO_SPONSOR), new Initiator.Person("admin"), "elsewhere");
    house.sandbox().graph().turnOn(Quirk.NO_SIGN_IN_DATES);
    run.look();
    assertThat(run.row(NamedGuest.NO_SPONSOR).standing()).isEqualTo("IN_PROGRESS");

    house.sandbox().graph().turnOff(Quirk.NO_SIGN_IN_DATES);
    run.look();
    assertThat(run.row(NamedGuest.NO_SPONSOR).standing()).isEqualTo("GONE");
  }

  @Test
  void a_first_scan_with_nothing_to_compare_calls_nobody_gone() {
    String lost = run.read();
    run.recorder().judge(lost, "the directory did not answer in time");
    house.sandbox().graph().turnOn(Quirk.HALF_OF_THE_PAGES);

    assertThat(run.look()).isInstanceOf(Judgement.TooEarly.class);

    assertThat(house.store().guestList().byStanding()).doesNotContainKey("GONE");
  }

  private SafetyRow gate() {
    return house.store().safety().current();
  }
}
