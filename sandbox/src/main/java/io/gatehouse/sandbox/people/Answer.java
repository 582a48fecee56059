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

  record Remove(String reason) implements Answer {
    @Override
    public String choice() {
      return "remove";
    }
  }
}
