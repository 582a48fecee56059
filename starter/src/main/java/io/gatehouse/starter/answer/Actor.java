package io.gatehouse.starter.answer;

import io.gatehouse.attestation.Voice;

/** Who says it. */
public sealed interface Actor {

  /**
   * Somebody who was asked, through the link of the question.
   *
   * @param personId object id in the directory
   */
  record Asked(String personId, int round) implements Actor {}

  /**
   * An administrator on the command line.
   *
   * @param name of the operating system's account
   */
  record Operator(String name) implements Actor {}

  default Voice voice() {
    return switch (this) {
      case Asked _ -> Voice.SPONSOR;
      case Operator _ -> Voice.OPERATOR;
    };
  }

  default String id() {
    return switch (this) {
      case Asked asked -> asked.personId();
      case Operator operator -> operator.name();
    };
  }
}
