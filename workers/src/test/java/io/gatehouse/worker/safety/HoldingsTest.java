package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.OwnedObject;
import io.gatehouse.store.holding.HoldingKey;
import io.gatehouse.store.holding.HoldingRow;
import io.gatehouse.store.ledger.DisclosureRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.worker.house.TryHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a guest held before the disable, and what giving back did not bring back. */
class HoldingsTest {
  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = NamedGuest.class,
      names = {"PLAINLY_STALE", "CO_OWNER", "MAIL_ONLY", "FIVE_SPONSORS", "GROUP_SPONSOR"})
  void groups_sponsors_and_what_is_owned_are_on_record_before_the_account_is_touched(
      NamedGuest guest) {
    LifecycleRef ref = house.due(guest);
    var atTheWrite = new ArrayList<HoldingKey>();
    house.relay().before("PATCH", ".", () -> atTheWrite.addAll(keys(ref)));

    attempts.done(ref, Effect.DISABLE);

    assertThat(atTheWrite).isNotEmpty().containsExactlyInAnyOrderElementsOf(held(ref.guestId()));
    assertThat(keys(ref)).isEqualTo(atTheWrite);
    assertThat(disclosed(intent(ref)))
        .contains(atTheWrite.stream().map(HoldingsTest::named).toArray(String[]::new));
    assertThat(intent(ref).body()).contains("\"holdings\":" + atTheWrite.size());
  }

  private List<HoldingKey> held(String guestId) {
    return Stream.of(
            house.tenant().membershipsOf(guestId).stream().map(HoldingsTest::key),
            house.tenant().sponsorLinksOf(guestId).stream()
                .map(link -> new HoldingKey("SPONSOR", link.id())),
            house.tenant().ownedBy(guestId).stream().map(OwnedObject::id).map(of("OWNED")))
        .flatMap(each -> each)
        .toList();
  }

  private static HoldingKey key(Membership membership) {
    String kind =
        switch (membership) {
          case Membership.Group _ -> "GROUP";
          case Membership.Unit _, Membership.RestrictedUnit _ -> "UNIT";
          case Membership.DirectoryRole _ -> "ROLE";
        };
    return new HoldingKey(kind, membership.id());
  }

  private static Function<String, HoldingKey> of(String kind) {
    return id -> new HoldingKey(kind, id);
  }

  @Test
  void administrative_units_are_on_record_by_their_ids_alone_which_is_all_that_may_be_read() {
    LifecycleRef ref = house.due(NamedGuest.FIVE_SPONSORS);
    attempts.done(ref, Effect.DISABLE);

    assertThat(rows(ref)).extracting(HoldingRow::kind).containsOnlyOnce("UNIT");
    assertThat(attempts.done(ref, Effect.ENABLE).missing()).isZero();
  }

  @Test
  void a_disable_that_needs_a_second_attempt_keeps_what_the_first_look_saw_and_when() {
    LifecycleRef ref = house.due(NamedGuest.CO_OWNER);
    house
        .sandbox()
        .graph()
        .faults()
        .inject("PATCH", ".", 2, new Fault.ConnectionCut(Moment.BEFORE_THE_EFFECT));
    Instant first = house.now();

    attempts.untilNoFailure(ref, Effect.DISABLE);

    assertThat(house.now()).isAfter(first);
    assertThat(rows(ref)).hasSize(3).allMatch(row -> row.recordedAt().equals(first));
  }

  @Test
  void other_effects_record_nothing_new() {
    LifecycleRef ref = removed(NamedGuest.CO_OWNER);
    List<HoldingRow> before = rows(ref);

    givenBack(ref);

    assertThat(rows(ref)).isEqualTo(before);
  }

  @Test
  void nothing_is_missing_when_everything_came_back() {
    LifecycleRef disabled = house.due(NamedGuest.PLAINLY_STALE);
    attempts.done(disabled, Effect.DISABLE);
    LifecycleRef deleted = removed(NamedGuest.CO_OWNER);

    assertThat(attempts.done(disabled, Effect.ENABLE).missing()).isZero();
    assertThat(givenBack(deleted).missing()).isZero();
    assertThat(rows(deleted)).isNotEmpty().allMatch(row -> row.missingAt() == null);
    assertThat(proof(deleted).body()).contains("\"missing\":0");
    assertThat(disclosed(proof(deleted))).isEmpty();
  }

  @Test
  void a_group_that_the_restore_lost_is_counted_named_and_only_committed_to_in_the_ledger() {
    LifecycleRef ref = removed(NamedGuest.MAIL_ONLY);
    house.sandbox().graph().turnOn(Quirk.RESTORE_LOSES_MEMBERSHIPS);

    EffectOutcome.Done done = givenBack(ref);

    String lost = mailGroup(ref);
    assertThat(done.missing()).isEqualTo(1);
    missesOnly(ref, new HoldingKey("GROUP", lost));
    assertThat(proof(ref).body()).contains("\"missing\":1").doesNotContain(lost);
  }

  /** The one recorded group that the guest is not in any more. */
  private String mailGroup(LifecycleRef ref) {
    List<String> now =
        house.tenant().membershipsOf(ref.guestId()).stream().map(Membership::id).toList();
    return keys(ref).stream()
        .filter(key -> key.kind().equals("GROUP"))
        .map(HoldingKey::objectId)
        .filter(id -> !now.contains(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_sponsor_who_was_deleted_meanwhile_is_missing() {
    LifecycleRef ref = removed(NamedGuest.PLAINLY_STALE);
    String sponsor = house.tenant().idOf(Employee.BORIS);
    house.tenant().delete(sponsor, Attempts.SOMEBODY, "he left");

    assertThat(givenBack(ref).missing()).isEqualTo(1);
    missesOnly(ref, new HoldingKey("SPONSOR", sponsor));
  }

  @Test
  void all_that_is_missing_adds_up() {
    LifecycleRef ref = removed(NamedGuest.MAIL_ONLY);
    house.sandbox().graph().turnOn(Quirk.RESTORE_LOSES_MEMBERSHIPS);
    String sponsor = house.tenant().idOf(Employee.CHIARA);
    house.tenant().delete(sponsor, Attempts.SOMEBODY, "she left");

    assertThat(givenBack(ref).missing()).isEqualTo(2);
    missesOnly(ref, new HoldingKey("SPONSOR", sponsor), new HoldingKey("GROUP", mailGroup(ref)));
  }

  @Test
  void a_comparison_that_needs_a_second_attempt_counts_once_and_stays() {
    LifecycleRef ref = removed(NamedGuest.PLAINLY_STALE);
    house.tenant().delete(house.tenant().idOf(Employee.BORIS), Attempts.SOMEBODY, "he left");
    attempts.done(ref, Effect.RESTORE);
    house.sandbox().graph().faults().inject("GET", "/sponsors$", 1, new Fault.JsonCut());

    EffectOutcome first = attempts.untilNoFailure(ref, Effect.ENABLE);
    List<HoldingRow> compared = rows(ref);
    house.clock().pass(Duration.ofDays(1));

    assertThat(attempts.once(ref, Effect.ENABLE)).isEqualTo(first);
    assertThat(((EffectOutcome.Done) first).missing()).isEqualTo(1);
    assertThat(rows(ref)).isEqualTo(compared);
    assertThat(house.ledger(ref)).endsWith("effect.intended", "effect.proved");
  }

  @Test
  void what_another_opening_recorded_is_not_compared() {
    LifecycleRef other = house.due(NamedGuest.MAIL_ONLY);
    attempts.done(other, Effect.DISABLE);
    LifecycleRef ref = house.due(NamedGuest.CO_OWNER);
    attempts.done(ref, Effect.DISABLE);

    assertThat(attempts.done(ref, Effect.ENABLE).missing()).isZero();
    assertThat(rows(other)).allMatch(row -> row.missingAt() == null);
  }

  private void missesOnly(LifecycleRef ref, HoldingKey... missing) {
    assertThat(rows(ref).stream().filter(row -> row.missingAt() != null).map(HoldingRow::key))
        .containsExactlyInAnyOrder(missing);
    assertThat(disclosed(proof(ref)))
        .containsExactlyInAnyOrder(
            Stream.of(missing).map(HoldingsTest::named).toArray(String[]::new));
  }

  private static String named(HoldingKey key) {
    return key.kind() + ":" + key.objectId();
  }

  /** Disabled and, after the grace, deleted by us. */
  private LifecycleRef removed(NamedGuest guest) {
    LifecycleRef ref = house.due(guest);
    attempts.done(ref, Effect.DISABLE);
    house.clock().pass(Duration.ofDays(30));
    attempts.done(ref, Effect.SOFT_DELETE);
    house.clock().pass(Duration.ofDays(3));
    return ref;
  }

  private EffectOutcome.Done givenBack(LifecycleRef ref) {
    attempts.done(ref, Effect.RESTORE);
    return attempts.done(ref, Effect.ENABLE);
  }

  private List<HoldingRow> rows(LifecycleRef ref) {
    return house.store().holdings().of(UUID.fromString(ref.openingId()));
  }

  private List<HoldingKey> keys(LifecycleRef ref) {
    return rows(ref).stream().map(HoldingRow::key).toList();
  }

  private EntryRow intent(LifecycleRef ref) {
    return house.entries(ref).getFirst();
  }

  private EntryRow proof(LifecycleRef ref) {
    return house.entries(ref).getLast();
  }

  /** What the commitment to "held" stands for, one by one. */
  private List<String> disclosed(EntryRow entry) {
    return house.store().ledger().disclosures(entry.entryKey()).stream()
        .filter(row -> row.field().equals("held"))
        .map(DisclosureRow::value)
        .flatMap(value -> Stream.of(value.split(" ")))
        .filter(each -> !each.isEmpty())
        .toList();
  }
}
