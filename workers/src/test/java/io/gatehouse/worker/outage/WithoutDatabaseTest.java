package io.gatehouse.worker.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.store.Cable;
import io.gatehouse.store.Cable.Cut;
import io.gatehouse.store.FarDatabase;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryTemporal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PostgreSQL goes away at each statement of each activity: nothing is half written, and the next
 * attempt ends where one that was never cut would have ended.
 */
class WithoutDatabaseTest {
  /** An activity that nothing cut. */
  private record Whole(
      List<String> statements,
      Set<Rows> seen,
      Rows end,
      String result,
      List<String> letters,
      long links) {}

  private static final FarDatabase FAR;
  private static final Cable CABLE;

  static {
    try (var any = new TryHouse()) {
      FAR = new FarDatabase(any.database().url());
      CABLE = FAR.cable();
    }
  }

  private static final Map<Step, Whole> WHOLE = new EnumMap<>(Step.class);

  @AfterAll
  static void stop() {
    FAR.close();
  }

  private static Crew worker(Scene scene) {
    House house = scene.house().house();
    return Crew.of(
        scene.house(),
        new House(house.tenant(), FAR.store(house.tenant()), scene.house().clock(), house.pages()));
  }

  private static Whole whole(Step step) {
    return WHOLE.computeIfAbsent(step, WithoutDatabaseTest::uncut);
  }

  private static Whole uncut(Step step) {
    try (var scene = new Scene(step)) {
      var statements = new ArrayList<String>();
      var seen = new LinkedHashSet<Rows>();
      var result = new ArrayList<String>();
      Crew worker = worker(scene);
      CABLE.listening(
          statement -> {
            statements.add(statement);
            seen.add(Rows.of(scene));
          },
          () -> result.add(Rows.plain(step.perform(scene, worker).toString())));
      Rows end = Rows.of(scene);
      seen.add(end);
      return new Whole(
          statements, seen, end, result.getFirst(), scene.letters(), Rows.links(scene));
    }
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void what_belongs_together_is_seen_at_once(Step step) {
    assertThat(whole(step).seen().size()).isEqualTo(1 + step.changes());
  }

  static Stream<Arguments> everyStatement() {
    return Arrays.stream(Step.values()).flatMap(WithoutDatabaseTest::statements);
  }

  private static Stream<Arguments> statements(Step step) {
    List<String> said = whole(step).statements();
    return IntStream.rangeClosed(1, said.size())
        .boxed()
        .flatMap(number ->
            cuts(step, said.get(number - 1))
                .map(cut -> arguments(step, number, said.get(number - 1), cut)));
  }

  /** A reading whose answer is lost is as if it had never been asked. */
  private static Stream<Cut> cuts(Step step, String statement) {
    return statement.startsWith("from") ? Stream.of(Cut.BEFORE) : Arrays.stream(Cut.values());
  }

  @ParameterizedTest
  @MethodSource("everyStatement")
  void cut_at_any_statement_the_next_attempt_ends_as_if_nothing_had_been_cut(
      Step step, int number, String statement, Cut cut) {
    Whole whole = whole(step);
    try (var scene = new Scene(step)) {
      Crew worker = worker(scene);
      CABLE.cutAtStatement(number, cut);
      assertThatThrownBy(() -> step.perform(scene, worker)).isInstanceOf(RuntimeException.class);
      assertThat(CABLE.isWaiting()).as(statement).isFalse();
      assertThat(whole.seen().contains(Rows.of(scene)))
          .as("%s cut at %s %s", step, statement, cut)
          .isTrue();
      boolean sentForSure = sentForSure(scene);

      scene.house().clock().pass(Duration.ofSeconds(2));
      String result = Rows.plain(step.perform(scene, worker).toString());

      assertThat(result).isEqualTo(whole.result());
      assertThat(Rows.of(scene)).as("%s cut at %s %s", step, statement, cut).isEqualTo(whole.end());
      lettersAreTheSame(scene, whole, sentForSure);
      if (step == Step.OPEN) {
        everyLifecycleRuns(scene);
      }
      if (step == Step.TELL_RUNNING) {
        theLifecycleRunsAndLooksAgain(scene);
      }
      if (step == Step.ASK) {
        assertThat(
                TryTemporal.signals(
                    WorkflowIds.desk(scene.house().house().tenant(), scene.sponsorId())))
            .containsExactly("ask");
      }
    }
  }

  private static boolean sentForSure(Scene scene) {
    return !scene.letters().isEmpty()
        && scene.house().store().mails().of(scene.openingId()).stream()
            .allMatch(mail -> mail.handedOverAt() != null);
  }

  /** A letter of which the store does not know is sent once more, as the same letter. */
  private static void lettersAreTheSame(Scene scene, Whole whole, boolean sentForSure) {
    List<String> letters = scene.letters();
    assertThat(Set.copyOf(letters)).isEqualTo(Set.copyOf(whole.letters()));
    assertThat(letters.size() - whole.letters().size()).isBetween(0, sentForSure ? 0 : 1);
    assertThat(Rows.links(scene) - whole.links()).isBetween(0L, 1L);
  }

  /** A row whose workflow was not started is found by the scan's last step. */
  private static void everyLifecycleRuns(Scene scene) {
    scene.crew().scans().tellRunning(scene.scan());
    assertThat(scene.house().store().lifecycleList().notStarted()).isEmpty();
    var opened = scene.house().store().lifecycles().openFor(scene.due().getLast()).orElseThrow();
    assertThat(
            TryTemporal.runs(
                new LifecycleRef(
                    scene.house().house().tenant(),
                    opened.guestId(),
                    opened.openingId().toString())))
        .isTrue();
  }

  /** Told twice is looked at twice, which changes nothing. */
  private static void theLifecycleRunsAndLooksAgain(Scene scene) {
    assertThat(scene.house().store().lifecycleList().notStarted()).isEmpty();
    assertThat(TryTemporal.signals(WorkflowIds.guest(scene.ref())))
        .hasSizeBetween(1, 2)
        .containsOnly("lookAgain");
  }
}
