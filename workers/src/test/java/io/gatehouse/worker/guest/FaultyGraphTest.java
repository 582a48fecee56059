package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.ScanPage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryTemporal;
import io.gatehouse.worker.sponsor.Asker;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of the directory against every activity that only reads it. */
class FaultyGraphTest {
  /** What reads, in the order of a guest's way through the house. */
  enum Reading {
    SPONSORS,
    GUESTS,
    INVITATIONS,
    OPEN,
    ASK,
    SILENCE,
    LOOK
  }

  /** Everything an activity that reads may leave behind. */
  private record Memory(
      Object standings,
      Object lifecycles,
      Object questions,
      Object pages,
      Object told,
      Object log) {}

  private final TryHouse house = new TryHouse();
  private final ScanRun run = new ScanRun(house);
  private final Asker asker = new Asker(house.house(), house.reader(), TryTemporal.client());
  private final GuestLooker looker = new GuestLooker(house.house(), house.looker());
  private final LifecycleRef ref = house.opened(NamedGuest.SPONSOR_SILENT);
  private final String scan = run.begin();

  @AfterEach
  void stop() {
    house.close();
  }

  static Stream<Arguments> faults() {
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
        arguments(new Fault.EmptyErrorBody(500), FailureType.TRANSIENT, null),
        arguments(new Fault.EmptyErrorBody(404), FailureType.BROKEN_ANSWER, null),
        arguments(new Fault.JsonCut(), FailureType.BROKEN_ANSWER, null),
        arguments(new Fault.EmptyErrorBody(401), FailureType.FORBIDDEN, null),
        arguments(new Fault.EmptyErrorBody(403), FailureType.FORBIDDEN, null),
        arguments(new Fault.EmptyErrorBody(400), FailureType.REFUSED, null));
  }

  static Stream<Arguments> everywhere() {
    return Arrays.stream(Reading.values())
        .flatMap(reading ->
            faults().map(row -> arguments(reading, row.get()[0], row.get()[1], row.get()[2])));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void a_reading_that_fails_leaves_nothing_behind_and_says_whether_to_try_again(
      Reading reading, Fault fault, FailureType type, @Nullable Integer wait) {
    prepare(reading);
    Memory before = memory();
    house.sandbox().graph().faults().inject("GET", ".", 1, fault);

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> perform(reading));

    assertThat(failure.getType()).isEqualTo(type.name());
    assertThat(failure.getNextRetryDelay())
        .isEqualTo(wait == null ? null : Duration.ofSeconds(wait));
    assertThat(failure.getOriginalMessage()).startsWith("GET /").doesNotContain(ref.guestId());
    assertThat(memory()).isEqualTo(before);
    assertThat(house.sandbox().graph().faults().remaining()).isZero();

    house.clock().pass(wait == null ? Duration.ofSeconds(2) : Duration.ofSeconds(wait));
    assertThat(perform(reading)).isEqualTo(wholly(reading));
  }

  private void prepare(Reading reading) {
    switch (reading) {
      case OPEN -> {
        run.readSponsors(scan);
        run.readGuests(scan);
      }
      case SILENCE -> { // both who come before the steward got a question
        ask(1, List.of());
        ask(2, List.of(house.tenant().idOf(Employee.CHIARA)));
        UUID opening = UUID.fromString(ref.openingId());
        house.store().questions().delivered(opening, 1, house.now(), "ENFORCE");
        house.store().questions().delivered(opening, 2, house.now(), "ENFORCE");
      }
      case SPONSORS, GUESTS, INVITATIONS, ASK, LOOK -> {}
    }
  }

  private Object perform(Reading reading) {
    return switch (reading) {
      case SPONSORS -> run.reader().readSponsors(scan, 1);
      case GUESTS -> run.reader().readPage(scan, 1);
      case INVITATIONS -> {
        run.reader().readInvitations(scan);
        yield house.store().invitations().find(house.idOf(NamedGuest.INVITER_KNOWN)).isPresent();
      }
      case OPEN -> opened();
      case ASK -> ask(1, List.of());
      case SILENCE -> asker.silenceCounts(ref);
      case LOOK -> looker.look(new LookRequest(ref, false, false));
    };
  }

  private int opened() {
    OpenedBatch batch = run.reader().open(scan, null);
    return batch.opened() + batch.exempt();
  }

  private Candidate ask(int round, List<String> passedOver) {
    return asker.ask(
        new NextAsking(
            ref, Trigger.INACTIVE, round, passedOver, null, Duration.ofDays(14), List.of()));
  }

  private Object wholly(Reading reading) {
    return switch (reading) {
      case SPONSORS, GUESTS -> new ScanPage(NamedGuest.listed().size(), false);
      case INVITATIONS, SILENCE -> true;
      case OPEN -> 10;
      case ASK -> new Candidate(house.tenant().idOf(Employee.CHIARA), Role.SPONSOR);
      case LOOK -> new Look.Unchanged();
    };
  }

  private Memory memory() {
    return new Memory(
        house.store().guestList().byStanding(),
        house.store().lifecycleList().list(LifecycleFilter.all(100)),
        house.store().questions().of(UUID.fromString(ref.openingId())),
        List.of(
            house.store().scans().pages(UUID.fromString(scan), "GUESTS"),
            house.store().scans().pages(UUID.fromString(scan), "SPONSORS")),
        List.of(
            house.store().sponsors().tally(UUID.fromString(scan)),
            house.store().invitations().newest()),
        house.ledger(ref));
  }

  @Test
  void a_batch_cut_off_in_the_middle_goes_on_where_it_was_and_opens_nobody_twice() {
    prepare(Reading.OPEN);
    String fifth =
        house.store().guests().due(UUID.fromString(scan), "", 5, house.now()).getLast().guestId();
    house
        .sandbox()
        .graph()
        .faults()
        .inject("GET", "/users/" + fifth + "/ownedObjects$", 1, new Fault.HtmlBadGateway());

    assertThat(catchThrowableOfType(ApplicationFailure.class, this::opened).getType())
        .isEqualTo("TRANSIENT");
    run.openAll(scan);

    List<LifecycleRef> running = run.running();
    assertThat(running).extracting(LifecycleRef::guestId).doesNotHaveDuplicates().hasSize(26);
    assertThat(running.stream().filter(each -> !each.equals(ref)))
        .allMatch(each -> house.ledger(each).equals(List.of("lifecycle.opened")));
  }
}
