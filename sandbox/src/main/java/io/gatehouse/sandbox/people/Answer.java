package io.gatehouse.sandbox.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/** What a person means to say about a guest. */
sealed interface Answer {
  /** The value of the form's {@code choice}. */
  String choice();

  String reason();

  record Keep(String reason, Period howLong) implements Answer {
    @Override
    public String choice() {
      return "keep";
    }

    LocalDate until(Instant now) {
      return LocalDate.ofInstant(now, ZoneOffset.UTC).plus(howLong);
    }
  }

  /**
   * Somebody else has to decide.
   *
   * @param who whom to ask instead
   */
  record NotMine(String reason, String who) implements Answer {
    @Override
    public String choice() {
      return "not-mine";
    }
  }

  record Remove(String reason) implements Answer {
    @Override
    public String choice() {
      return "remove";
    }
  }
}
