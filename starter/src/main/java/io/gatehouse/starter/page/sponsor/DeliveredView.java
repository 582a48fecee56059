package io.gatehouse.starter.page.sponsor;

import io.gatehouse.starter.answer.Delivered;

/**
 * What became of the answer that was just given.
 *
 * @param taken false when the lifecycle refused it
 */
record DeliveredView(boolean taken, String title, String sentence) {
  static DeliveredView of(Delivered delivered) {
    return switch (delivered) {
      case Delivered.Applied _ ->
          new DeliveredView(true, "Recorded", "Thank you. This is what we understood.");
      case Delivered.Waiting _ ->
          new DeliveredView(
              true,
              "Recorded",
              "Thank you. Your answer is safe and will be carried out as soon as the system behind"
                  + " this page answers again; nothing happens to the guest before that.");
      case Delivered.Refused refused ->
          new DeliveredView(false, "Your answer came too late", refused.sentence());
    };
  }
}
