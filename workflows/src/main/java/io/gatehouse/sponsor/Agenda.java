package io.gatehouse.sponsor;

import java.time.Instant;
import java.util.List;

/** What a desk still has to do; empty at the start, carried over when the desk continues as new. */
public record Agenda(List<Item> items) {
  public Agenda {
    items = List.copyOf(items);
  }

  /**
   * A question and its next mail.
   *
   * @param number 0 for the question itself, then the reminders
   * @param due when that mail is sent
   * @param deliveredAt when the first mail was delivered; meaningful once {@code number > 0}
   */
  public record Item(Question question, int number, Instant due, Instant deliveredAt) {}
}
