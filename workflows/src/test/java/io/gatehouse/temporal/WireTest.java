package io.gatehouse.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Extend;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Reassign;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Restore;
import io.gatehouse.attestation.Retry;
import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.Closing;
import io.gatehouse.guest.GuestNotice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.Opening;
import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.ScanPage;
import io.gatehouse.guest.ScanReport;
import io.gatehouse.guest.ScanRequest;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Policies;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.Guard;
import io.gatehouse.safety.Judgement;
import io.gatehouse.sponsor.Agenda;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.QuestionMail;
import io.gatehouse.sponsor.Role;
import io.temporal.api.common.v1.Payload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads: what is written can be read, says its kind, and never its class. */
class WireTest {
  private static final Instant AT = Instant.parse("2026-11-20T08:00:00.123456Z");
  private static final LifecycleRef REF = new LifecycleRef("contoso", "ann-id", "opening-1");
  private static final Plan PLAN = Plan.of(Policies.SOUND, Trigger.INACTIVE, "ann-id");
  private static final Question QUESTION =
      new Question(
          REF,
          Trigger.INACTIVE,
          2,
          "bob",
          Role.MANAGER,
          Duration.ofDays(14),
          List.of(Duration.ofDays(7)));

  static Stream<Arguments> sealedValues() {
    return Stream.of(
        arguments(EffectOutcome.class, new EffectOutcome.Done(AT, "request-1", 3), "done"),
        arguments(
            EffectOutcome.class, new EffectOutcome.GuardRefused(Guard.EXCLUDED), "guard-refused"),
        arguments(
            EffectOutcome.class, new EffectOutcome.WorldChanged(Change.GONE), "world-changed"),
        arguments(EffectOutcome.class, new EffectOutcome.GateClosed("by hand"), "gate-closed"),
        arguments(EffectOutcome.class, new EffectOutcome.NotEnforced(), "not-enforced"),
        arguments(EffectOutcome.class, new EffectOutcome.NotTold(), "not-told"),
        arguments(EffectOutcome.class, new EffectOutcome.AnswerPending(), "answer-pending"),
        arguments(EffectOutcome.class, new EffectOutcome.Unclear("no date"), "unclear"),
        arguments(EffectOutcome.class, new EffectOutcome.SlotMissed(), "slot-missed"),
        arguments(EffectOutcome.class, new EffectOutcome.Unproved("forbidden"), "unproved"),
        arguments(MailOutcome.class, new MailOutcome.Delivered(AT), "delivered"),
        arguments(MailOutcome.class, new MailOutcome.Undeliverable(), "undeliverable"),
        arguments(MailOutcome.class, new MailOutcome.NotNeeded(), "not-needed"),
        arguments(MailOutcome.class, new MailOutcome.Later(Duration.ofHours(1)), "later"),
        arguments(Judgement.class, new Judgement.Fit(), "fit"),
        arguments(Judgement.class, new Judgement.TooEarly("first"), "too-early"),
        arguments(Judgement.class, new Judgement.Unfit(List.of("a", "b")), "unfit"),
        arguments(Look.class, new Look.Unchanged(), "unchanged"),
        arguments(Look.class, new Look.Changed(Change.CAME_BACK), "changed"),
        arguments(Sender.class, new Sender.Proved("olivia", AppRole.APPROVER), "proved"),
        arguments(Sender.class, new Sender.NotProved("nobody signed it"), "not-proved"));
  }

  static Stream<Object> records() {
    return Stream.of(
        new Opening(REF, Trigger.INACTIVE, PLAN, 7),
        new Decision("o", "a", Voice.SPONSOR, 1, Choice.KEEP, LocalDate.of(2027, 1, 1)),
        new Decision("o", "a", Voice.OPERATOR, 0, Choice.REMOVE, null),
        new Hold("o", "a", AT),
        new Release("o", "a"),
        new Extend("o", "a", 5),
        new Reassign("o", "a", "mia"),
        new Retry("o", "a"),
        new Restore("o", "a"),
        new Receipt("Keep is recorded.", Stage.ANSWERED, null),
        new Closing(Outcome.KEPT, "kept", LocalDate.of(2027, 1, 1)),
        new GuestNotice(REF, GuestNotice.Kind.DISABLED),
        new SenderCheck(
            REF,
            "update-1",
            Action.HOLD,
            "hold until 2026-11-21T08:00:00Z",
            Voice.OPERATOR,
            0,
            Instant.parse("2026-11-20T08:00:00Z"),
            new Assertion(
                "olivia",
                AppRole.OPERATOR,
                "hold",
                "digest",
                "guest/contoso/ann",
                "opening-1",
                "nonce",
                Instant.parse("2026-11-20T08:15:00Z"),
                "key",
                "signature")),
        new LookRequest(REF, true, false),
        new EffectOrder(REF, Effect.SOFT_DELETE, 1),
        new Candidate(null, Role.STEWARD),
        new NextAsking(
            REF,
            Trigger.SPONSOR_MISSING,
            3,
            List.of("bob"),
            "mia",
            Duration.ofDays(14),
            List.of(Duration.ofDays(7))),
        new NextAsking(REF, Trigger.INACTIVE, 1, List.of(), null, Duration.ofDays(14), List.of()),
        QUESTION,
        new QuestionMail(QUESTION, 1),
        new Delivery("o", 1, null),
        new Agenda(List.of(new Agenda.Item(QUESTION, 1, AT, AT))),
        new ScanRequest("contoso"),
        new ScanPage(10, true),
        new OpenedBatch(1, 2, null),
        new ScanReport(1, 10, new Judgement.Unfit(List.of("a")), 0, 0),
        Policies.SOUND);
  }

  @ParameterizedTest
  @MethodSource("sealedValues")
  void a_sealed_value_comes_back_as_itself_and_says_its_kind(
      Class<?> type, Object value, String kind) {
    Payload payload = Wire.converter().toPayload(value).orElseThrow();

    assertThat(Wire.converter().fromPayload(payload, type, type)).isEqualTo(value);
    assertThat(payload.getData().toStringUtf8())
        .contains("\"kind\":\"%s\"".formatted(kind))
        .doesNotContain("io.gatehouse", value.getClass().getSimpleName() + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {EffectOutcome.class, MailOutcome.class, Judgement.class, Look.class, Sender.class})
  void every_case_of_a_sealed_type_is_tried_here(Class<?> type) {
    List<Object> tried =
        sealedValues()
            .map(row -> row.get()[1])
            .filter(type::isInstance)
            .<Object>map(Object::getClass)
            .toList();
    assertThat(tried).containsExactlyInAnyOrder((Object[]) type.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_record_comes_back_as_itself_and_names_no_class(Object value) {
    Payload payload = Wire.converter().toPayload(value).orElseThrow();
    Class<?> type = value.getClass();

    assertThat(Wire.converter().fromPayload(payload, type, type)).isEqualTo(value);
    assertThat(payload.getData().toStringUtf8()).doesNotContain("io.gatehouse", "@class");
    assertThat(Wire.read(Wire.write(value), type)).isEqualTo(value);
  }

  @Test
  void a_sealed_value_inside_a_record_says_its_kind() {
    assertThat(Wire.write(new ScanReport(1, 10, new Judgement.Fit(), 0, 0)))
        .contains("\"judgement\":{\"kind\":\"fit\"}");
  }

  @Test
  void a_field_that_a_newer_version_added_is_read_over() {
    assertThat(Wire.read("{\"guests\":10,\"more\":true,\"licence\":\"P2\"}", ScanPage.class))
        .isEqualTo(new ScanPage(10, true));
  }

  @Test
  void a_kind_that_nobody_knows_is_refused_with_what_to_suspect() {
    assertThatThrownBy(() -> Wire.read("{\"kind\":\"telepathy\"}", Look.class))
        .hasMessage("the stored Look cannot be read: written by another version?");
  }
}
