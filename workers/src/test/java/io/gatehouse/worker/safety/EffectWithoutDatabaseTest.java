package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.Cable;
import io.gatehouse.store.Cable.Cut;
import io.gatehouse.store.FarDatabase;
import io.gatehouse.store.holding.HoldingRow;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.house.TryHouse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL goes away in the middle of each step: the next attempt ends in one effect. */
class EffectWithoutDatabaseTest {
  private static final TryHouse HOUSE = new TryHouse();
  private static final FarDatabase FAR = new FarDatabase(HOUSE.database().url());
  private static final Cable CABLE = FAR.cable();
  private static final Attempts ATTEMPTS =
      new Attempts(
          HOUSE,
          new House(
              HOUSE.house().tenant(),
              FAR.store(HOUSE.house().tenant()),
              HOUSE.clock(),
              HOUSE.house().pages()));
  private static final String GUEST = HOUSE.idOf(NamedGuest.CO_OWNER);
  private static final List<String> IN_ORDER = List.of("effect.intended", "effect.proved");
  private static final int A_FEW = 6;

  private LifecycleRef ref = begin();
  private String stage = "";
  private int logged;

  @AfterAll
  static void stop() {
    FAR.close();
    HOUSE.close();
  }

  private static LifecycleRef begin() {
    return HOUSE.told(HOUSE.removed(HOUSE.opened(GUEST, Trigger.INACTIVE)));
  }

  @BeforeEach
  void a_new_opening() {
    HOUSE.clock().pass(Duration.ofHours(1));
    HOUSE.tenant().restore(GUEST, Attempts.SOMEBODY, "back to the beginning");
    HOUSE.tenant().setAccountEnabled(GUEST, true, Attempts.SOMEBODY, "back to the beginning");
    ref = begin();
  }

  @AfterEach
  void close() {
    HOUSE.store().lifecycles().close(openingId(), "STOOD_DOWN", "the test is over", HOUSE.now());
  }

  private UUID openingId() {
    return UUID.fromString(ref.openingId());
  }

  /** Words of a transaction that each effect says, in their order. */
  static Stream<Arguments> wordsOfEveryEffect() {
    return Arrays.stream(Effect.values())
        .flatMap(effect ->
            words(effect)
                .flatMap(
                    word -> Arrays.stream(Cut.values()).map(cut -> arguments(effect, word, cut))));
  }

  private static Stream<String> words(Effect effect) {
    var everyEffect =
        Stream.of(
            "from evidence.entry",
            "gatehouse.safety",
            "effect.intended",
            "effect.proved",
            "COMMIT");
    return switch (effect) {
      case DISABLE ->
          Stream.concat(everyEffect, Stream.of("gatehouse.holding", "update gatehouse.lifecycle"));
      case SOFT_DELETE -> Stream.concat(everyEffect, Stream.of("update gatehouse.lifecycle"));
      case RESTORE -> everyEffect;
      case ENABLE -> Stream.concat(everyEffect, Stream.of("update gatehouse.holding"));
    };
  }

  @ParameterizedTest
  @MethodSource("wordsOfEveryEffect")
  void cut_at_any_word_nothing_is_half_written_and_the_next_attempt_ends_in_one_effect(
      Effect effect, String word, Cut cut) {
    ready(effect);
    CABLE.cutAt(word, cut);

    failsUntilItIsCut(effect);

    nothingIsHalfWritten(effect);
    oneEffect(effect);
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void cut_between_intent_and_write(Effect effect) {
    ready(effect);
    HOUSE.relay().before(Attempts.method(effect), ".", EffectWithoutDatabaseTest::goesAway);

    assertThatThrownBy(() -> ATTEMPTS.once(ref, effect)).isInstanceOf(RuntimeException.class);

    assertThat(HOUSE.ledger(ref)).containsExactly("effect.intended");
    nothingIsHalfWritten(effect);
    oneEffect(effect);
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void cut_between_write_and_proof(Effect effect) {
    ready(effect);
    HOUSE.relay().after(Attempts.method(effect), ".", EffectWithoutDatabaseTest::goesAway);

    assertThatThrownBy(() -> ATTEMPTS.once(ref, effect)).isInstanceOf(RuntimeException.class);

    assertThat(audited()).containsExactly(Attempts.activity(effect));
    assertThat(HOUSE.ledger(ref)).containsExactly("effect.intended");
    nothingIsHalfWritten(effect);
    oneEffect(effect);
  }

  /** Now and, should the pool have noticed, once more when the next transaction begins. */
  private static void goesAway() {
    CABLE.cutAt("BEGIN", Cut.BEFORE);
    CABLE.cut();
  }

  /** The second COMMIT is that of the proof: whether it counted is not known to the worker. */
  @ParameterizedTest
  @MethodSource("cutsOfEveryEffect")
  void cut_at_the_commit_of_the_proof(Effect effect, Cut cut) {
    ready(effect);
    HOUSE.relay().after(Attempts.method(effect), ".", () -> CABLE.cutAt("COMMIT", cut));

    assertThatThrownBy(() -> ATTEMPTS.once(ref, effect)).isInstanceOf(RuntimeException.class);

    assertThat(HOUSE.ledger(ref)).hasSize(cut == Cut.AFTER ? 2 : 1);
    nothingIsHalfWritten(effect);
    oneEffect(effect);
  }

  static Stream<Arguments> cutsOfEveryEffect() {
    return Arrays.stream(Effect.values())
        .flatMap(effect -> Arrays.stream(Cut.values()).map(cut -> arguments(effect, cut)));
  }

  /** For an enable there is something to compare, and something is missing. */
  private void ready(Effect effect) {
    if (effect == Effect.ENABLE) {
      HOUSE
          .store()
          .holdings()
          .record(openingId(), List.of(new HoldingRow("SPONSOR", gone(), HOUSE.now(), null)));
    }
    ATTEMPTS.prepare(GUEST, effect);
    logged = HOUSE.audit(GUEST).size();
    stage = HOUSE.lifecycle(ref).stage();
  }

  private void failsUntilItIsCut(Effect effect) {
    for (int attempt = 1; attempt < A_FEW && CABLE.isWaiting(); attempt++) {
      assertThatThrownBy(() -> ATTEMPTS.once(ref, effect)).isInstanceOf(RuntimeException.class);
    }
    assertThat(CABLE.isWaiting()).isFalse();
  }

  private static String gone() {
    return HOUSE.tenant().idOf(Employee.CHIARA); // never a sponsor of this guest
  }

  private void nothingIsHalfWritten(Effect effect) {
    List<String> ledger = HOUSE.ledger(ref);
    boolean proved = ledger.contains("effect.proved");
    assertThat(ledger).isEqualTo(IN_ORDER.subList(0, ledger.size()));
    if (!audited().isEmpty()) {
      assertThat(ledger).contains("effect.intended");
    }
    List<HoldingRow> holdings = HOUSE.store().holdings().of(openingId());
    switch (effect) {
      case DISABLE -> assertThat(holdings.isEmpty()).isEqualTo(ledger.isEmpty());
      case ENABLE ->
          assertThat(holdings).hasSize(1).allMatch(row -> (row.missingAt() != null) == proved);
      case SOFT_DELETE, RESTORE -> assertThat(holdings).isEmpty();
    }
    boolean showsIt = effect.takesAway() && proved;
    assertThat(HOUSE.lifecycle(ref).stage().equals(stage)).isEqualTo(!showsIt);
    HOUSE
        .entries(ref)
        .forEach(
            entry -> assertThat(HOUSE.store().ledger().disclosures(entry.entryKey())).hasSize(3));
  }

  private void oneEffect(Effect effect) {
    assertThat(untilNoFailure(effect)).isInstanceOf(EffectOutcome.Done.class);
    assertThat(audited()).containsExactly(Attempts.activity(effect));
    assertThat(HOUSE.ledger(ref)).isEqualTo(IN_ORDER);
    nothingIsHalfWritten(effect);
  }

  /** Temporal tries again after any failure that is not told to be final. */
  private EffectOutcome untilNoFailure(Effect effect) {
    for (int attempt = 1; attempt < A_FEW; attempt++) {
      try {
        return ATTEMPTS.once(ref, effect);
      } catch (RuntimeException _) {
        HOUSE.clock().pass(Duration.ofSeconds(2));
      }
    }
    return ATTEMPTS.once(ref, effect);
  }

  private List<String> audited() {
    List<String> all = HOUSE.audit(GUEST);
    return all.subList(logged, all.size());
  }
}
