package io.gatehouse.starter.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.actor.ClockCheck;
import io.gatehouse.store.Cable;
import io.gatehouse.store.Cable.Cut;
import io.gatehouse.store.FarDatabase;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PostgreSQL goes away at each statement with which an answer is written down and delivered:
 * nothing is half done, and afterwards the answer is delivered once.
 */
class DeliveryWithoutDatabaseTest extends DeliveryScene {
  /**
   * What is said: one settles a question, one ends the lifecycle, two move dates, one is refused.
   */
  enum Said {
    REMOVE(BOB, new Act.Remove("left us"), "APPLIED"),
    /** Ends the lifecycle at once: the second attempt finds it closed. */
    KEEP(OPERATOR, new Act.Keep(LocalDate.of(2027, 12, 31), "needed"), "APPLIED"),
    HOLD(OPERATOR, new Act.Hold(LocalDate.of(2027, 3, 20), "audit"), "APPLIED"),
    EXTEND(OPERATOR, new Act.Extend(5, "on leave"), "APPLIED"),
    /** There is no hold to end. */
    RELEASE(OPERATOR, new Act.Release("go on"), "REFUSED");

    private final Actor actor;
    private final Act act;
    private final String end;

    Said(Actor actor, Act act, String end) {
      this.actor = actor;
      this.act = act;
      this.end = end;
    }
  }

  /** Something that nothing cut. */
  private record Whole(List<String> statements, Set<SeenAnswer> seen, SeenAnswer end) {}

  private final FarDatabase far =
      new FarDatabase(house.database.url(), AnswerDelivery.class.getName());
  private final Cable cable = far.cable();
  private final Store store = far.store(TestHouse.TENANT);
  private final AnswerBook book = new AnswerBook(store, house.clock, house.people.pages);
  private final AnswerDelivery cut =
      new AnswerDelivery(
          store, house.client, house.clock, ClockCheck.of(store, house.clock), house.people.pages);
  private final Map<Said, Whole> written = new EnumMap<>(Said.class);
  private final Map<Said, Whole> delivered = new EnumMap<>(Said.class);

  @AfterAll
  void stop() {
    far.close();
  }

  /** One test's answer is not the next one's. */
  @AfterEach
  void settle() {
    delivery.deliverPending();
  }

  private LifecycleRow asked(String name, Said said) {
    LifecycleRow lifecycle = house.running(name);
    if (said == Said.EXTEND) { // what has no end yet cannot be put off
      house.delivered(lifecycle);
    }
    return lifecycle;
  }

  @ParameterizedTest
  @EnumSource
  void what_is_written_down_and_what_becomes_of_it_is_each_seen_at_once(Said said) {
    assertThat(written(said).seen()).hasSize(2);
    assertThat(delivered(said).seen()).hasSize(2);
    assertThat(delivered(said).end().state()).isEqualTo(said.end);
  }

  /** A sponsor's and an operator's: all others are written the same way. */
  Stream<Arguments> everyStatementOfWriting() {
    return Stream.of(Said.REMOVE, Said.HOLD).flatMap(said -> cuts(said, written(said)));
  }

  @ParameterizedTest
  @MethodSource("everyStatementOfWriting")
  void cut_while_it_is_written_down_it_is_said_again_and_delivered_once(
      Said said, int number, String statement, Cut where) {
    LifecycleRow lifecycle = asked("Ann Unwritten", said);
    UUID id = UUID.randomUUID();
    cable.cutAtStatement(number, where);
    assertThatThrownBy(() -> book.record(id, lifecycle, said.actor, said.act))
        .isInstanceOf(RuntimeException.class);
    assertThat(cable.isWaiting()).as(statement).isFalse();
    assertThat(written(said).seen()).contains(seen(lifecycle, id));

    book.record(id, lifecycle, said.actor, said.act);
    cut.deliverPending();

    deliveredOnce(said, lifecycle, id);
  }

  Stream<Arguments> everyStatementOfDelivery() {
    return Arrays.stream(Said.values()).flatMap(said -> cuts(said, delivered(said)));
  }

  @ParameterizedTest
  @MethodSource("everyStatementOfDelivery")
  void cut_while_it_is_delivered_the_next_attempt_delivers_it_once(
      Said said, int number, String statement, Cut where) {
    LifecycleRow lifecycle = asked("Ann Interrupted", said);
    UUID id = house.record(lifecycle, said.actor, said.act).answerId();
    cable.cutAtStatement(number, where);
    assertThat(attempted()).isZero();
    assertThat(cable.isWaiting()).as(statement).isFalse();
    assertThat(delivered(said).seen()).contains(seen(lifecycle, id));

    cut.deliverPending();

    deliveredOnce(said, lifecycle, id);
  }

  /** As the loop does, which waits for the next second when even the list cannot be read. */
  private int attempted() {
    try {
      return cut.deliverPending();
    } catch (RuntimeException _) {
      return 0;
    }
  }

  private void deliveredOnce(Said said, LifecycleRow lifecycle, UUID id) {
    assertThat(seen(lifecycle, id)).isEqualTo(delivered(said).end());
    assertThat(heard(lifecycle, id)).isEqualTo(said.end.equals("APPLIED") ? 1 : 0);
    assertThat(cut.deliverPending()).isZero();
  }

  /** A refused Update leaves no trace in a history. */
  private long heard(LifecycleRow lifecycle, UUID id) {
    var ref =
        new LifecycleRef(TestHouse.TENANT, lifecycle.guestId(), lifecycle.openingId().toString());
    return house.client.fetchHistory(WorkflowIds.guest(ref)).getEvents().stream()
        .filter(HistoryEvent::hasWorkflowExecutionUpdateAcceptedEventAttributes)
        .map(event ->
            event
                .getWorkflowExecutionUpdateAcceptedEventAttributes()
                .getAcceptedRequest()
                .getMeta()
                .getUpdateId())
        .filter(id.toString()::equals)
        .count();
  }

  private Whole written(Said said) {
    return written.computeIfAbsent(
        said,
        _ -> {
          LifecycleRow lifecycle = asked("Ann Written", said);
          UUID id = UUID.randomUUID();
          Whole whole =
              whole(lifecycle, id, () -> book.record(id, lifecycle, said.actor, said.act));
          cut.deliverPending();
          return whole;
        });
  }

  private Whole delivered(Said said) {
    return delivered.computeIfAbsent(
        said,
        _ -> {
          LifecycleRow lifecycle = asked("Ann Delivered", said);
          UUID id = house.record(lifecycle, said.actor, said.act).answerId();
          return whole(lifecycle, id, cut::deliverPending);
        });
  }

  private Whole whole(LifecycleRow lifecycle, UUID id, Runnable work) {
    var statements = new ArrayList<String>();
    var seen = new LinkedHashSet<SeenAnswer>();
    cable.listening(
        statement -> {
          statements.add(statement);
          seen.add(seen(lifecycle, id));
        },
        work);
    SeenAnswer end = seen(lifecycle, id);
    seen.add(end);
    return new Whole(statements, seen, end);
  }

  /** A reading whose answer is lost is as if it had never been asked. */
  private static Stream<Arguments> cuts(Said said, Whole whole) {
    List<String> statements = whole.statements();
    return IntStream.rangeClosed(1, statements.size())
        .boxed()
        .flatMap(number -> {
          String statement = statements.get(number - 1);
          return (statement.startsWith("from") ? Stream.of(Cut.BEFORE) : Stream.of(Cut.values()))
              .map(where -> arguments(said, number, statement, where));
        });
  }

  private SeenAnswer seen(LifecycleRow lifecycle, UUID id) {
    return SeenAnswer.of(house, lifecycle, id);
  }
}
