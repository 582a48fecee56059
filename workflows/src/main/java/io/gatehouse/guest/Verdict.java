package io.gatehouse.guest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the asking came to. */
sealed interface Verdict {
  record Keep(@Nullable LocalDate until) implements Verdict {}

  record Remove() implements Verdict {}

  /** The lifecycle ends without an answer: the world changed. */
  record Ended(Closing closing) implements Verdict {}

  /** This person does not decide: ask the next one. */
  record NextPerson() implements Verdict {}
}
