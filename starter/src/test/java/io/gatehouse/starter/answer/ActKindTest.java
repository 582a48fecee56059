package io.gatehouse.starter.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Extend;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Reassign;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Restore;
import io.gatehouse.attestation.Retry;
import io.gatehouse.attestation.Voice;
import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.store.attestation.AnswerRow;
import io.temporal.workflow.UpdateMethod;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActKindTest {
  private static final UUID OPENING = UUID.randomUUID();
  private static final UUID ANSWER = UUID.randomUUID();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.of(2027, 6, 30);

  @ParameterizedTest
  @EnumSource
  void every_act_is_an_update_of_the_lifecycle_with_the_argument_it_takes(ActKind kind) {
    Method update =
        Arrays.stream(GuestLifecycleWorkflow.class.getMethods())
            .filter(method -> method.isAnnotationPresent(UpdateMethod.class))
            .filter(method -> method.getName().equals(kind.action().word()))
            .findFirst()
            .orElseThrow();

    assertThat(kind.message(row(kind), BERLIN)).isInstanceOf(update.getParameterTypes()[0]);
  }

  @Test
  void an_act_reaches_the_lifecycle_with_what_was_said() {
    String opening = OPENING.toString();
    String answer = ANSWER.toString();

    assertThat(message(ActKind.KEEP))
        .isEqualTo(new Decision(opening, answer, Voice.OPERATOR, 0, Choice.KEEP, DAY));
    assertThat(message(ActKind.HOLD)) // until the day is over in the policy's zone
        .isEqualTo(new Hold(opening, answer, Instant.parse("2027-06-30T22:00:00Z")));
    assertThat(message(ActKind.RELEASE)).isEqualTo(new Release(opening, answer));
    assertThat(message(ActKind.EXTEND)).isEqualTo(new Extend(opening, answer, 7));
    assertThat(message(ActKind.REASSIGN)).isEqualTo(new Reassign(opening, answer, "carol"));
    assertThat(message(ActKind.RETRY)).isEqualTo(new Retry(opening, answer));
    assertThat(message(ActKind.RESTORE)).isEqualTo(new Restore(opening, answer));
  }

  private static Object message(ActKind kind) {
    return kind.message(row(kind), BERLIN);
  }

  private static AnswerRow row(ActKind kind) {
    @Nullable LocalDate until = kind == ActKind.KEEP || kind == ActKind.HOLD ? DAY : null;
    AnswerRow row =
        AnswerRow.recorded(
            ANSWER,
            OPENING,
            "ann",
            null,
            "olivia",
            Voice.OPERATOR.name(),
            kind.name(),
            until,
            "because",
            kind == ActKind.REASSIGN ? "carol" : null,
            "ENFORCE",
            Instant.EPOCH);
    return kind == ActKind.EXTEND ? row.extending(7) : row;
  }
}
