package io.gatehouse.worker.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.graph.GraphException;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of trouble with Graph, as Temporal hears of it. */
class FailuresTest {
  private final TryHouse house = new TryHouse();

  @AfterEach
  void stop() {
    house.close();
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        row("THROTTLED", 120, true, fault(new Fault.Throttled(Duration.ofMinutes(2)))),
        row("TRANSIENT", null, true, fault(new Fault.HtmlBadGateway())),
        row("TRANSIENT", null, true, fault(new Fault.ConnectionCut(Fault.Moment.AFTER_THE_EFFECT))),
        row("BROKEN_ANSWER", null, true, fault(new Fault.JsonCut())),
        row("BROKEN_ANSWER", null, true, fault(new Fault.EmptyErrorBody(404))),
        row("FORBIDDEN", null, false, fault(new Fault.EmptyErrorBody(401))),
        row("FORBIDDEN", null, false, fault(new Fault.EmptyErrorBody(403))),
        row("REFUSED", null, false, fault(new Fault.EmptyErrorBody(400))),
        row(
            "LICENCE_MISSING",
            null,
            false,
            it -> it.sandbox().graph().turnOn(Quirk.NO_PREMIUM_LICENCE)),
        row("NOT_FOUND", null, false, FailuresTest::delete));
  }

  private static Arguments row(
      String type, @Nullable Integer wait, boolean again, Consumer<TryHouse> trouble) {
    return arguments(type, wait, again, trouble);
  }

  private static Consumer<TryHouse> fault(Fault fault) {
    return house -> house.sandbox().graph().faults().inject("GET", ".", 1, fault);
  }

  private static void delete(TryHouse house) {
    house
        .tenant()
        .delete(
            house.idOf(NamedGuest.PLAINLY_STALE),
            new io.gatehouse.sandbox.tenant.Initiator.Person("admin"),
            "elsewhere");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_kind_is_the_type_and_only_throttling_sets_the_delay(
      String type, @Nullable Integer wait, boolean again, Consumer<TryHouse> trouble) {
    trouble.accept(house);
    GraphException thrown =
        catchThrowableOfType(
            GraphException.class, () -> house.reader().guest(house.idOf(NamedGuest.PLAINLY_STALE)));

    ApplicationFailure failure = Failures.of(thrown);

    assertThat(failure.getType()).isEqualTo(type);
    assertThat(failure.getNextRetryDelay())
        .isEqualTo(wait == null ? null : Duration.ofSeconds(wait));
    assertThat(Failures.worthRetrying(thrown)).isEqualTo(again);
    assertThat(failure.getOriginalMessage())
        .startsWith("GET /users/{id}")
        .doesNotContain(house.idOf(NamedGuest.PLAINLY_STALE));
  }

  @Test
  void a_policy_in_the_format_of_an_earlier_version_is_no_policy_with_holes() {
    house
        .store()
        .policies()
        .apply(
            "old",
            "{\"mode\":\"ENFORCE\",\"zone\":\"UTC\",\"exclusions\":[]}",
            house.now(),
            "x",
            null);

    assertThatThrownBy(() -> house.house().policy())
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("NOT_CONFIGURED");
              assertThat(failure.getOriginalMessage())
                  .startsWith("Policy version 2 was applied by an earlier Gatehouse")
                  .contains("./gatehouse policy apply FILE");
            });
  }

  @Test
  void without_a_policy_nothing_is_decided_and_the_sentence_says_what_to_run() {
    String tenant = UUID.randomUUID().toString();
    var empty =
        new House(tenant, house.database().store(tenant), house.clock(), "http://127.0.0.1:8085");

    assertThatThrownBy(empty::policy)
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("NOT_CONFIGURED");
              assertThat(failure.getOriginalMessage()).contains("./gatehouse policy apply");
            });
  }
}
