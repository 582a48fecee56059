package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.graph.read.DirectoryGuest;
import io.gatehouse.graph.read.SignInDate;
import io.gatehouse.graph.read.SignInDates;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.SignIns;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final SignInDate AT = new SignInDate.At(MONDAY);
  private static final SignInDate NONE = new SignInDate.Absent();
  private static final SignInDate EMPTY = new SignInDate.Placeholder("");
  private static final SignInDate WRONG = new SignInDate.Malformed("yesterday");

  static Stream<Arguments> dates() {
    return Stream.of(
        arguments(AT, NONE, NONE, new SignIns(MONDAY, null, null, SignIns.Doubt.NONE)),
        arguments(NONE, AT, NONE, new SignIns(null, MONDAY, null, SignIns.Doubt.NONE)),
        arguments(NONE, NONE, AT, new SignIns(null, null, MONDAY, SignIns.Doubt.NONE)),
        arguments(NONE, NONE, NONE, new SignIns(null, null, null, SignIns.Doubt.NONE)),
        arguments(AT, EMPTY, NONE, new SignIns(MONDAY, null, null, SignIns.Doubt.PLACEHOLDER)),
        arguments(EMPTY, EMPTY, EMPTY, new SignIns(null, null, null, SignIns.Doubt.PLACEHOLDER)),
        arguments(AT, AT, WRONG, new SignIns(MONDAY, MONDAY, null, SignIns.Doubt.MALFORMED)),
        arguments(WRONG, EMPTY, NONE, new SignIns(null, null, null, SignIns.Doubt.MALFORMED)));
  }

  @ParameterizedTest
  @MethodSource("dates")
  void the_three_dates_become_instants_and_one_doubt_the_worst(
      SignInDate interactive, SignInDate nonInteractive, SignInDate successful, SignIns expected) {
    GuestFacts facts =
        Reading.facts(guest(new SignInDates(interactive, nonInteractive, successful, true)));

    assertThat(facts.signIns()).isEqualTo(expected);
  }

  @Test
  void what_guards_need_is_taken_over_unchanged() {
    GuestFacts facts = Reading.facts(guest(new SignInDates(NONE, NONE, NONE, false)));

    assertThat(facts)
        .isEqualTo(
            new GuestFacts(
                "id",
                "Guest",
                null,
                MONDAY,
                "Accepted",
                MONDAY,
                true,
                true,
                new SignIns(null, null, null, SignIns.Doubt.NONE)));
  }

  private static DirectoryGuest guest(SignInDates dates) {
    return new DirectoryGuest(
        "id",
        "Maria",
        "m@example.com",
        null,
        "Guest",
        null,
        MONDAY,
        "Invitation",
        "Accepted",
        MONDAY,
        null,
        true,
        true,
        true,
        dates);
  }
}
