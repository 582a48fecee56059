package io.gatehouse.starter.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.actor.AppRole;
import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.starter.TestPeople;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.starter.actor.ServiceKey;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnswerDeliveryTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Actor OPERATOR =
      new Actor.Proved(new Person(TestPeople.OLIVIA, AppRole.OPERATOR));
  private static final Actor BOB = new Actor.Asked(TestHouse.BOB, 1);

  private static final String CAROL = "ca401000-0000-4000-8000-000000000002";

  private static TestHouse house;
  private static AnswerDelivery delivery;

  @BeforeAll
  static void open() {
    house = new TestHouse();
    house.work();
    delivery = through(house.client);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void an_answer_reaches_its_lifecycle_and_stands_in_the_ledger() {
    LifecycleRow lifecycle = running("Ann Applied");
    AnswerRow answer = record(lifecycle, BOB, new Act.Remove("left us"));

    assertThat(delivery.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);

    assertThat(state(answer)).isEqualTo("APPLIED");
    assertThat(kinds(lifecycle)).containsExactly("answer.recorded", "answer.applied");
    LifecycleRow now = find(lifecycle);
    assertThat(now.stage()).isEqualTo("ANSWERED");
    assertThat(now.nextAt())
        .isBetween(
            TestHouse.MORNING.plus(Duration.ofDays(2)), TestHouse.MORNING.plus(Duration.ofDays(3)));
    assertThat(house.store.questions().find(lifecycle.openingId(), 1).orElseThrow().settledAt())
        .isNotNull();
  }

  @Test
  void no_personal_value_of_an_answer_stands_in_the_ledger() {
    LifecycleRow lifecycle = running("Ann Private");
    record(lifecycle, BOB, new Act.NotMine("Carol Confidential", "my secret reason"));

    assertThat(house.store.ledger().of(lifecycle.openingId()))
        .extracting(EntryRow::body)
        .noneMatch(body -> body.contains("Carol") || body.contains("secret"))
        .noneMatch(body -> body.contains(TestHouse.BOB) || body.contains(lifecycle.guestId()));
  }

  @Test
  void what_the_lifecycle_refuses_is_settled_with_its_sentence() {
    LifecycleRow lifecycle = running("Ann Refused");
    AnswerRow answer = record(lifecycle, OPERATOR, new Act.Release("go on"));

    assertThat(delivery.deliver(answer.answerId(), LIMIT))
        .isEqualTo(new Delivered.Refused("The lifecycle is not on hold."));

    assertThat(state(answer)).isEqualTo("REFUSED");
    assertThat(kinds(lifecycle)).containsExactly("answer.recorded", "answer.refused");
    assertThat(find(lifecycle)).isEqualTo(lifecycle);
  }

  @Test
  void an_answer_to_a_lifecycle_that_has_ended_is_refused() {
    LifecycleRow lifecycle = running("Ann Ended");
    AnswerRow keep =
        record(lifecycle, OPERATOR, new Act.Keep(LocalDate.of(2027, 12, 31), "needed"));
    delivery.deliver(keep.answerId(), LIMIT); // an operator's word ends it at once
    awaitEnd(lifecycle);
    AnswerRow late = record(lifecycle, BOB, new Act.Remove("too late"));

    assertThat(delivery.deliver(late.answerId(), LIMIT)).isInstanceOf(Delivered.Refused.class);
    assertThat(state(late)).isEqualTo("REFUSED");
  }

  @Test
  void an_answer_to_an_earlier_opening_never_reaches_a_later_lifecycle() {
    LifecycleRow earlier = running("Ann Twice");
    AnswerRow keep = record(earlier, OPERATOR, new Act.Keep(LocalDate.of(2027, 12, 31), "needed"));
    delivery.deliver(keep.answerId(), LIMIT);
    awaitEnd(earlier);
    house.store.lifecycles().close(earlier.openingId(), "KEPT", "kept", house.clock.instant());
    LifecycleRow later = house.running(house.store.guests().find(earlier.guestId()).orElseThrow());
    AnswerRow old = record(earlier, OPERATOR, new Act.Remove("found in an old mail"));

    assertThat(delivery.deliver(old.answerId(), LIMIT))
        .isEqualTo(
            new Delivered.Refused(
                "This belongs to an earlier lifecycle of the guest, which is closed."));
    assertThat(find(later)).isEqualTo(later);
  }

  @Test
  void while_temporal_is_unreachable_an_answer_waits_and_arrives_later() {
    LifecycleRow lifecycle = running("Ann Patient");
    AnswerRow answer = record(lifecycle, BOB, new Act.Remove("left us"));
    WorkflowServiceStubs nowhere =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build());
    try {
      AnswerDelivery cut =
          through(
              WorkflowClient.newInstance(
                  nowhere,
                  WorkflowClientOptions.newBuilder().setDataConverter(Wire.converter()).build()));
      assertThat(cut.deliver(answer.answerId(), Duration.ofSeconds(1)))
          .isInstanceOf(Delivered.Waiting.class);
    } finally {
      nowhere.shutdownNow();
    }
    assertThat(state(answer)).isEqualTo("RECORDED");

    assertThat(delivery.deliverPending()).isPositive();

    assertThat(state(answer)).isEqualTo("APPLIED");
  }

  @Test
  void an_answer_waits_for_a_lifecycle_that_is_opened_and_not_started() {
    UUID openingId = UUID.randomUUID();
    LifecycleRow sample =
        house.lifecycle(house.guest("Ann Template", "STALE", "IN_PROGRESS", 200), Role.SPONSOR);
    LifecycleRow opened =
        house
            .store
            .lifecycles()
            .open(
                LifecycleRow.opened(
                    openingId,
                    house.guest("Ann Early", "STALE", "IN_PROGRESS", 200).guestId(),
                    "INACTIVE",
                    "ASKED",
                    "the start",
                    house.clock.instant(),
                    "ENFORCE",
                    1,
                    sample.plan()));
    AnswerRow answer = record(opened, OPERATOR, new Act.Remove("known already"));

    assertThat(delivery.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Waiting.class);
    assertThat(state(answer)).isEqualTo("RECORDED");
    house.store.answers().refused(answer.answerId(), "end of the test", house.clock.instant());
  }

  @Test
  void two_deliverers_at_once_count_an_answer_once() throws Exception {
    LifecycleRow lifecycle = running("Ann Once");
    AnswerRow answer = record(lifecycle, BOB, new Act.Remove("left us"));
    Callable<Delivered> attempt = () -> through(house.client).deliver(answer.answerId(), LIMIT);

    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var done : threads.invokeAll(List.of(attempt, attempt))) {
        assertThat(done.get()).isInstanceOf(Delivered.Applied.class);
      }
    }

    assertThat(kinds(lifecycle)).containsExactly("answer.recorded", "answer.applied");
  }

  @Test
  void a_hold_and_its_release_show_on_the_lifecycle() {
    LifecycleRow lifecycle = running("Ann Held");
    AnswerRow hold =
        record(lifecycle, OPERATOR, new Act.Hold(LocalDate.of(2027, 4, 30), "long leave"));
    delivery.deliver(hold.answerId(), LIMIT);

    assertThat(find(lifecycle).holdUntil()).isEqualTo("2027-04-30T22:00:00Z"); // Berlin's midnight

    AnswerRow release = record(lifecycle, OPERATOR, new Act.Release("back early"));
    delivery.deliver(release.answerId(), LIMIT);

    assertThat(find(lifecycle).holdUntil()).isNull();
  }

  @Test
  void more_time_moves_the_next_date_and_the_day_that_the_person_asked_reads() {
    LifecycleRow lifecycle = running("Ann Extended");
    house.delivered(lifecycle);
    Instant next = Objects.requireNonNull(lifecycle.nextAt());
    AnswerRow extend = record(lifecycle, OPERATOR, new Act.Extend(7, "is on leave"));

    assertThat(delivery.deliver(extend.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);

    assertThat(find(lifecycle).nextAt()).isEqualTo(next.plus(Duration.ofDays(7)));
    assertThat(find(lifecycle).holdUntil()).isNull();
    assertThat(house.store.questions().find(lifecycle.openingId(), 1).orElseThrow().answerBy())
        .isEqualTo(next.plus(Duration.ofDays(7)));
    assertThat(bodies(lifecycle).getFirst()).contains("\"days\":7");
  }

  @Test
  void more_time_than_the_policy_allows_is_refused_and_moves_nothing() {
    LifecycleRow lifecycle = running("Ann Overextended");
    house.delivered(lifecycle);
    AnswerRow extend = record(lifecycle, OPERATOR, new Act.Extend(31, "is on leave"));

    assertThat(delivery.deliver(extend.answerId(), LIMIT))
        .isEqualTo(
            new Delivered.Refused(
                "The policy lets 30 more days be added to this lifecycle, 31 were asked for; use hold for longer."));
    assertThat(find(lifecycle)).isEqualTo(lifecycle);
  }

  @Test
  void who_is_replaced_is_not_reminded_any_more_and_stands_in_the_ledger_without_a_name() {
    LifecycleRow lifecycle = running("Ann Handed Over");
    AnswerRow reassign = record(lifecycle, OPERATOR, new Act.Reassign(CAROL, "moved teams"));

    assertThat(delivery.deliver(reassign.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);

    assertThat(house.store.questions().find(lifecycle.openingId(), 1).orElseThrow().settledAt())
        .isNotNull();
    assertThat(find(lifecycle).stage()).isEqualTo("ASKED");
    assertThat(find(lifecycle).waitingFor()).isEqualTo("the person named");
    assertThat(find(lifecycle).nextAt()).isNull();
    assertThat(bodies(lifecycle)).noneMatch(body -> body.contains(CAROL));
  }

  @Test
  void a_parked_lifecycle_tries_again_and_does_not_show_as_parked() {
    LifecycleRow lifecycle = running("Ann Parked");
    AnswerRow notMine = record(lifecycle, BOB, new Act.NotMine(null, "never heard of her"));
    delivery.deliver(notMine.answerId(), LIMIT);
    house.awaitParked(lifecycle); // nobody is left
    house.store.lifecycles().needsOperator(lifecycle.openingId(), "nobody is left");
    AnswerRow retry = record(lifecycle, OPERATOR, new Act.Retry("a sponsor was entered"));

    assertThat(delivery.deliver(retry.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);

    assertThat(find(lifecycle).needsOperator()).isFalse();
    assertThat(find(lifecycle).waitingFor()).isEqualTo("the next try");
  }

  @Test
  void an_answer_that_was_given_long_ago_is_signed_when_it_is_delivered() {
    LifecycleRow lifecycle = running("Ann Late");
    AnswerRow answer = record(lifecycle, BOB, new Act.Remove("left us"));
    house.clock.pass(Duration.ofHours(5)); // what was signed with it has expired

    assertThat(delivery.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);
  }

  @Test
  void an_answer_waits_until_the_key_it_was_signed_with_is_accepted() throws IOException {
    LifecycleRow lifecycle = running("Ann Early Bird");
    Path file = Files.createTempDirectory("keys").resolve("service.key");
    Signer pages = ServiceKey.open(file, house.store, house.clock);
    AnswerRow answer =
        new AnswerBook(house.store, house.clock, pages)
            .record(lifecycle, BOB, new Act.Remove("left us"));
    var early = new AnswerDelivery(house.store, house.client, house.clock, pages);

    assertThat(early.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Waiting.class);
    house.people.accept(house.store.actorKeys().find(pages.keyId()).orElseThrow());
    assertThat(early.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);
  }

  @Test
  void what_was_changed_after_it_was_given_is_nobody_s() {
    LifecycleRow lifecycle = running("Ann Changed");
    AnswerRow keep =
        record(lifecycle, OPERATOR, new Act.Keep(LocalDate.of(2027, 12, 31), "needed"));
    var changed =
        AnswerRow.recorded(
                UUID.randomUUID(),
                keep.openingId(),
                keep.guestId(),
                null,
                keep.actorId(),
                keep.actorKind(),
                "REMOVE",
                null,
                keep.reason(),
                null,
                keep.mode(),
                keep.answeredAt())
            .stated(Objects.requireNonNull(keep.statement()));
    house.store.answers().refused(keep.answerId(), "set aside", house.clock.instant());
    house.store.answers().record(changed);

    assertThat(delivery.deliver(changed.answerId(), LIMIT))
        .isInstanceOfSatisfying(
            Delivered.Refused.class,
            refused -> assertThat(refused.sentence()).startsWith("Who sent this is not proved"));
  }

  private static AnswerDelivery through(WorkflowClient client) {
    return new AnswerDelivery(house.store, client, house.clock, house.people.pages);
  }

  private static void awaitEnd(LifecycleRow lifecycle) {
    var ref =
        new LifecycleRef(TestHouse.TENANT, lifecycle.guestId(), lifecycle.openingId().toString());
    house.client.newUntypedWorkflowStub(WorkflowIds.guest(ref)).getResult(Closing.class);
  }

  private static AnswerRow record(LifecycleRow lifecycle, Actor actor, Act act) {
    return new AnswerBook(house.store, house.clock, house.people.pages)
        .record(lifecycle, actor, act);
  }

  private static LifecycleRow running(String name) {
    return house.running(house.guest(name, "STALE", "IN_PROGRESS", 200));
  }

  private static LifecycleRow find(LifecycleRow lifecycle) {
    return house.store.lifecycles().find(lifecycle.openingId()).orElseThrow();
  }

  private static String state(AnswerRow answer) {
    return house.store.answers().find(answer.answerId()).orElseThrow().state();
  }

  private static List<String> bodies(LifecycleRow lifecycle) {
    return house.store.ledger().of(lifecycle.openingId()).stream().map(EntryRow::body).toList();
  }

  private static List<String> kinds(LifecycleRow lifecycle) {
    return house.store.ledger().of(lifecycle.openingId()).stream().map(EntryRow::kind).toList();
  }
}
