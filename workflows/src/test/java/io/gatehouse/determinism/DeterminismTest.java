package io.gatehouse.determinism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.gatehouse.determinism.offenders.AsksTheWallClock;
import io.gatehouse.determinism.offenders.AwaitsWithATimer;
import io.gatehouse.determinism.offenders.CollectsForAll;
import io.gatehouse.determinism.offenders.DatesByTheOldWay;
import io.gatehouse.determinism.offenders.DrawsAnId;
import io.gatehouse.determinism.offenders.ForksItsStream;
import io.gatehouse.determinism.offenders.GathersIntoASet;
import io.gatehouse.determinism.offenders.GroupsByHash;
import io.gatehouse.determinism.offenders.HashesByReference;
import io.gatehouse.determinism.offenders.HashesItsOrder;
import io.gatehouse.determinism.offenders.KeepsAnArray;
import io.gatehouse.determinism.offenders.LivesWhereTheMachineIs;
import io.gatehouse.determinism.offenders.ReadsAFile;
import io.gatehouse.determinism.offenders.ReadsNow;
import io.gatehouse.determinism.offenders.ReadsTheSystem;
import io.gatehouse.determinism.offenders.RemembersForAll;
import io.gatehouse.determinism.offenders.RemembersPerThread;
import io.gatehouse.determinism.offenders.RollsDice;
import io.gatehouse.determinism.offenders.RunsElsewhere;
import io.gatehouse.determinism.offenders.SaltsItsOrder;
import io.gatehouse.determinism.offenders.SleepsWithoutAWord;
import io.gatehouse.determinism.offenders.StartsAThread;
import io.gatehouse.determinism.offenders.TurnsParallel;
import io.gatehouse.temporal.SearchAttributes;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds all code of this module to the laws, not only the workflows: they call most of it. */
class DeterminismTest {
  /**
   * Without a constant map that is never written (what to register with a namespace), and without
   * the codec, which draws nonces: it works on bytes beneath the SDK, where nothing is replayed.
   */
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains(SearchAttributes.class.getSimpleName()))
          .withImportOption(place -> !place.contains("/temporal/codec/"))
          .importPackages("io.gatehouse");

  static Stream<Arguments> rules() {
    return Stream.of(
        arguments(DeterminismRules.NO_WALL_CLOCK, AsksTheWallClock.class),
        arguments(DeterminismRules.NO_WALL_CLOCK, ReadsNow.class),
        arguments(DeterminismRules.NO_SYSTEM, ReadsTheSystem.class),
        arguments(DeterminismRules.NO_THREADS, StartsAThread.class),
        arguments(DeterminismRules.NO_THREADS, RunsElsewhere.class),
        arguments(DeterminismRules.NO_CHANCE, RollsDice.class),
        arguments(DeterminismRules.NO_CHANCE, DrawsAnId.class),
        arguments(DeterminismRules.NO_INPUT_OR_OUTPUT, ReadsAFile.class),
        arguments(DeterminismRules.NO_HASH_ORDER, HashesItsOrder.class),
        arguments(DeterminismRules.NO_THREADS, RemembersPerThread.class),
        arguments(DeterminismRules.NO_HASH_ORDER, HashesByReference.class),
        arguments(DeterminismRules.NO_SALTED_ORDER, SaltsItsOrder.class),
        arguments(DeterminismRules.NO_GATHERED_HASHES, GathersIntoASet.class),
        arguments(DeterminismRules.NO_GATHERED_HASHES, GroupsByHash.class),
        arguments(DeterminismRules.NO_PARALLEL_STREAMS, ForksItsStream.class),
        arguments(DeterminismRules.NO_PARALLEL_STREAMS, TurnsParallel.class),
        arguments(DeterminismRules.NO_MACHINE_DEFAULTS, LivesWhereTheMachineIs.class),
        arguments(DeterminismRules.NO_MACHINE_DEFAULTS, DatesByTheOldWay.class),
        arguments(DeterminismRules.NO_SHARED_COLLECTIONS, KeepsAnArray.class),
        arguments(DeterminismRules.NO_SHARED_STATE, RemembersForAll.class),
        arguments(DeterminismRules.NO_SHARED_COLLECTIONS, CollectsForAll.class),
        arguments(DeterminismRules.NO_TIMED_AWAIT, AwaitsWithATimer.class),
        arguments(DeterminismRules.NO_TIMED_AWAIT, SleepsWithoutAWord.class));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rules")
  void our_code_keeps_the_rule(ArchRule rule, Class<?> offender) {
    assertThat(OURS).isNotEmpty();
    rule.check(OURS);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rules")
  void the_rule_finds_the_code_that_breaks_it(ArchRule rule, Class<?> offender) {
    JavaClasses broken = new ClassFileImporter().importClasses(offender);

    assertThat(rule.evaluate(broken).hasViolation()).as(rule.getDescription()).isTrue();
  }
}
