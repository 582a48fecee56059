package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.graph.ServedRequest;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.worker.guest.ReadingScene.Memory;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of the directory at every call of every activity that only reads it. */
class FaultyGraphTest {
  private final TryHouse house = new TryHouse();
  private final ReadingScene scene = new ReadingScene(house);

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource
  void these_are_the_calls_a_reading_makes(DirectoryReading reading) {
    scene.prepare(reading);
    int before = served().size();

    scene.perform(reading);

    assertThat(served().subList(before, served().size()))
        .extracting(call -> call.method() + " " + call.template())
        .isEqualTo(reading.calls().stream().map(call -> "GET " + call).toList());
  }

  private List<ServedRequest> served() {
    return house.sandbox().graph().served();
  }

  @Test
  void no_kind_of_fault_is_left_out() {
    assertThat(
            Stream.concat(passing(), refusing())
                .<Class<?>>map(row -> Objects.requireNonNull(row.get()[0]).getClass())
                .distinct())
        .containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        arguments(new Fault.Throttled(Duration.ofSeconds(4)), FailureType.THROTTLED, 4),
        arguments(new Fault.Throttled(Duration.ofSeconds(300)), FailureType.THROTTLED, 300),
        arguments(new Fault.Throttled(null), FailureType.THROTTLED, 30),
        arguments(
            new Fault.Unavailable(503, Moment.BEFORE_THE_EFFECT), FailureType.TRANSIENT, null),
        arguments(new Fault.Unavailable(504, Moment.AFTER_THE_EFFECT), FailureType.TRANSIENT, null),
        arguments(new Fault.HtmlBadGateway(), FailureType.TRANSIENT, null),
        arguments(new Fault.ConnectionCut(Moment.BEFORE_THE_EFFECT), FailureType.TRANSIENT, null),
        arguments(new Fault.ConnectionCut(Moment.AFTER_THE_EFFECT), FailureType.TRANSIENT, null),
        arguments(
            new Fault.Silent(Moment.BEFORE_THE_EFFECT, Duration.ofMillis(10)),
            FailureType.TRANSIENT,
            null),
        arguments(
            new Fault.Silent(Moment.AFTER_THE_EFFECT, Duration.ofMillis(10)),
            FailureType.TRANSIENT,
            null),
        arguments(new Fault.EmptyErrorBody(500), FailureType.TRANSIENT, null),
        arguments(new Fault.EmptyErrorBody(404), FailureType.BROKEN_ANSWER, null),
        arguments(new Fault.JsonCut(), FailureType.BROKEN_ANSWER, null));
  }

  static Stream<Arguments> refusing() {
    return Stream.of(
        arguments(new Fault.EmptyErrorBody(401), FailureType.FORBIDDEN, null),
        arguments(new Fault.EmptyErrorBody(403), FailureType.FORBIDDEN, null),
        arguments(new Fault.EmptyErrorBody(400), FailureType.REFUSED, null));
  }

  static Stream<Arguments> failing() {
    return everywhere((reading, call) ->
        reading.goesOnWithout(call) ? passing() : Stream.concat(passing(), refusing()));
  }

  static Stream<Arguments> unclear() {
    return everywhere((reading, call) -> reading.goesOnWithout(call) ? refusing() : Stream.empty());
  }

  private static Stream<Arguments> everywhere(
      BiFunction<DirectoryReading, String, Stream<Arguments>> faults) {
    return Arrays.stream(DirectoryReading.values())
        .flatMap(reading ->
            reading.calls().stream()
                .flatMap(call ->
                    faults
                        .apply(reading, call)
                        .map(Arguments::get)
                        .map(row -> arguments(reading, call, row[0], row[1], row[2]))));
  }

  @ParameterizedTest
  @MethodSource("failing")
  void a_reading_that_fails_leaves_nothing_behind_and_says_whether_to_try_again(
      DirectoryReading reading,
      String call,
      Fault fault,
      FailureType type,
      @Nullable Integer wait) {
    scene.prepare(reading);
    Memory before = scene.memory();
    strike(call, fault);

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> scene.perform(reading));

    assertThat(failure.getType()).isEqualTo(type.name());
    assertThat(failure.getNextRetryDelay())
        .isEqualTo(wait == null ? null : Duration.ofSeconds(wait));
    assertThat(failure.getOriginalMessage())
        .startsWith("GET /")
        .doesNotContain(scene.ref().guestId());
    assertThat(scene.memory()).isEqualTo(before);
    assertThat(house.sandbox().graph().faults().remaining()).isZero();

    house.clock().pass(wait == null ? Duration.ofSeconds(2) : Duration.ofSeconds(wait));
    assertThat(scene.perform(reading)).isEqualTo(scene.wholly(reading));
  }

  @ParameterizedTest
  @MethodSource("unclear")
  void what_graph_refuses_for_good_around_a_guest_opens_nothing_and_is_looked_at_again_in_a_week(
      DirectoryReading reading, String call, Fault fault) {
    scene.prepare(reading);
    Object lifecycles = scene.memory().lifecycles();
    strike(call, fault);

    assertThat(scene.perform(reading)).isEqualTo(0);

    assertThat(house.sandbox().graph().faults().remaining()).isZero();
    assertThat(scene.memory().lifecycles()).isEqualTo(lifecycles);
    assertThat(scene.run().row(NamedGuest.CO_OWNER).standing()).isEqualTo("UNKNOWN");
    assertThat(scene.run().row(NamedGuest.CO_OWNER).standingReason()).contains("cannot be read");
    scene.run().openAll(scene.run().read()); // a day later
    assertThat(scene.run().isRunning(NamedGuest.CO_OWNER)).isFalse();
    house.clock().pass(Duration.ofDays(6));
    scene.run().openAll(scene.run().read());
    assertThat(scene.run().isRunning(NamedGuest.CO_OWNER)).isTrue();
  }

  private void strike(String call, Fault fault) {
    house.sandbox().graph().faults().inject("GET", DirectoryReading.path(call), 1, fault);
  }

  @Test
  void a_batch_cut_off_in_the_middle_goes_on_where_it_was_and_opens_nobody_twice() {
    String scan = scene.allAreRead();
    String fifth =
        house.store().guests().due(UUID.fromString(scan), "", 5, house.now()).getLast().guestId();
    strike("/users/" + fifth + "/ownedObjects", new Fault.HtmlBadGateway());

    assertThat(catchThrowableOfType(ApplicationFailure.class, scene::opened).getType())
        .isEqualTo("TRANSIENT");
    scene.run().openAll(scan);

    List<LifecycleRef> running = scene.run().running();
    assertThat(running).extracting(LifecycleRef::guestId).doesNotHaveDuplicates().hasSize(26);
    assertThat(running.stream().filter(each -> !each.equals(scene.ref())))
        .allMatch(each -> house.ledger(each).equals(List.of("lifecycle.opened")));
  }
}
