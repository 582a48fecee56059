package io.gatehouse.starter.answer;

import io.gatehouse.actor.AppRole;
import io.gatehouse.attestation.Voice;
import io.gatehouse.starter.actor.Person;
import java.util.Optional;

/** Who says it. */
public sealed interface Actor {

  /** What proves somebody who was asked. */
  enum Proof {
    /** They have the link that a mail of ours brought them. */
    LINK,
    /** The directory's own sign-in. */
    SIGN_IN
  }

  /**
   * Somebody who was asked.
   *
   * @param personId object id in the directory
   */
  record Asked(String personId, int round, Proof by) implements Actor {}

  /** An administrator who is proved. */
  record Proved(Person person) implements Actor {}

  /**
   * Somebody at a command line without an enrolled key.
   *
   * @param name of the operating system's account, which proves nothing
   */
  record Unproved(String name) implements Actor {}

  default Voice voice() {
    return switch (this) {
      case Asked _ -> Voice.SPONSOR;
      case Proved _, Unproved _ -> Voice.OPERATOR;
    };
  }

  default String id() {
    return switch (this) {
      case Asked asked -> asked.personId();
      case Proved proved -> proved.person().subject();
      case Unproved unproved -> unproved.name();
    };
  }

  /** Who can be signed for. */
  default Optional<Person> giver() {
    return switch (this) {
      case Asked asked -> Optional.of(new Person(asked.personId(), AppRole.SPONSOR));
      case Proved proved -> Optional.of(proved.person());
      case Unproved _ -> Optional.empty();
    };
  }
}
