package io.gatehouse.starter.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gatehouse.keys.Encryption;
import io.gatehouse.starter.SomeEncryption;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An answer that makes its delivery fail, among others that do not. */
class BrokenAnswerTest {
  private final TestHouse house = new TestHouse();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(AnswerDelivery.class);

  @BeforeEach
  void open() {
    house.work();
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    house.close();
  }

  @Test
  void an_answer_that_can_not_be_sent_holds_up_nobody_but_those_behind_it() {
    LifecycleRow one = house.running("Ann Broken");
    AnswerRow broken = record(holdWithoutDay(one));
    AnswerRow behind = remove(one);
    AnswerRow elsewhere = remove(house.running("Ann Elsewhere"));
    var delivery = house.delivery(house.client);

    assertThat(delivery.deliverPending()).isEqualTo(1);
    assertThat(delivery.deliverPending()).isZero();

    assertThat(house.state(broken)).isEqualTo("RECORDED");
    assertThat(house.state(behind)).isEqualTo("RECORDED");
    assertThat(house.state(elsewhere)).isEqualTo("APPLIED");
    assertThat(log.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .isEqualTo(
            "answer %s could not be delivered and is tried again: java.lang.NullPointerException"
                .formatted(broken.answerId()));
  }

  @Test
  void an_answer_that_the_workers_cannot_read_waits_until_the_keys_are_the_same() {
    AnswerRow answer = remove(house.running("Ann Unread"));

    assertThat(through(SomeEncryption.fresh()).deliver(answer.answerId(), Duration.ofSeconds(10)))
        .isEqualTo(
            new Delivered.Waiting(
                "The workers cannot read what this process writes: it is delivered as soon as both have the same keys."));
    assertThat(house.state(answer)).isEqualTo("RECORDED");

    assertThat(through(Encryption.NONE).deliverPending()).isEqualTo(1);
    assertThat(house.state(answer)).isEqualTo("APPLIED");
  }

  private AnswerDelivery through(Encryption encryption) {
    var client =
        WorkflowClient.newInstance(
            house.temporal.getWorkflowServiceStubs(),
            WorkflowClientOptions.newBuilder().setDataConverter(encryption.converter()).build());
    return house.delivery(client);
  }

  private AnswerRow holdWithoutDay(LifecycleRow lifecycle) {
    return AnswerRow.recorded(
        UUID.randomUUID(),
        lifecycle.openingId(),
        lifecycle.guestId(),
        null,
        "olivia",
        "OPERATOR",
        "HOLD",
        null,
        "a private reason",
        null,
        "ENFORCE",
        house.clock.instant());
  }

  private AnswerRow record(AnswerRow row) {
    house.store.answers().record(row);
    return row;
  }

  private AnswerRow remove(LifecycleRow lifecycle) {
    return house.record(
        lifecycle, new Actor.Asked(TestHouse.BOB, 1, Actor.Proof.LINK), new Act.Remove("left us"));
  }
}
