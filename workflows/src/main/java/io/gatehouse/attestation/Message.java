package io.gatehouse.attestation;

import io.gatehouse.actor.Action;
import org.jspecify.annotations.Nullable;

/** What can be said to a lifecycle; each is the argument of the Update that its action names. */
public sealed interface Message permits Decision, Hold, Release, Extend, Reassign, Retry, Restore {

  String openingId();

  Action action();

  /**
   * What is asked for, in words that two different requests never share: whoever signs a message
   * signs these.
   */
  String asks();

  /** Somebody may type a message by hand: JSON knows nothing of our nulls. */
  static void whole(String sentence, @Nullable Object... parts) {
    for (Object part : parts) {
      if (part == null) {
        throw new IllegalArgumentException(sentence);
      }
    }
  }

  default Voice voice() {
    return Voice.OPERATOR;
  }

  /** The asking it answers, 0 when it answers none. */
  default int round() {
    return 0;
  }
}
